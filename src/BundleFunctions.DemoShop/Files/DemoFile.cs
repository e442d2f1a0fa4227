using BundleFunctions.DemoShop.Dirt;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.DemoShop.Files;

/// <summary>One file of the demo shop, ready to be dropped.</summary>
public sealed record DemoFile
{
    /// <summary>The drop box.</summary>
    public required DemoFileKind Kind { get; init; }

    /// <summary>The file's name, such as <c>2026-06-30.ndjson</c>; <c>.gz</c> at its end means gzip.</summary>
    public required string Name { get; init; }

    /// <summary>The file's bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Lines of the plain text, bad and repeated ones included.</summary>
    public required int Lines { get; init; }

    /// <summary>The bad lines, in the order of the file.</summary>
    public IReadOnlyList<PlantedDirt> Dirt { get; init; } = [];

    /// <summary>Lines that repeat an earlier one, of this file or of the day before.</summary>
    public int DuplicateLines { get; init; }

    /// <summary>Folder and name: <c>catalogue/products.ndjson</c>, <c>events/2026-06-30.ndjson</c>.</summary>
    public string Path => $"{Folder(Kind)}/{Name}";

    /// <summary>Where the file is dropped for a shop: <c>events/{shop}/{name}</c> or <c>catalogue/{shop}/{name}</c>.</summary>
    public BlobName BlobFor(ShopId shop) => new(Folder(Kind), $"{shop}/{Name}");

    internal static string Folder(DemoFileKind kind) => kind == DemoFileKind.Catalogue ? BlobLayout.Catalogue : BlobLayout.Events;
}

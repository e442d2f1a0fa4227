namespace BundleFunctions;

/// <summary>One product of a catalogue.</summary>
public sealed record Product
{
    /// <summary>The attributes of products that have none; one for all of them, since a catalogue may hold a million.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NoAttributes = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public required ProductId ProductId { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Category paths, such as <c>Cameras/Accessories/Memory</c>, most important first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Brand { get; init; }

    /// <summary>Selling price of one piece, above 0.</summary>
    public required decimal Price { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>What one piece costs the shop; null where the shop did not say.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Pieces that can be sold; null where the shop does not keep count.</summary>
    public int? Stock { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    public string? ImageUrl { get; init; }

    /// <summary>Variants of the same thing share a group; a bundle holds at most one of a group.</summary>
    public string? GroupId { get; init; }

    public DateTimeOffset? AvailableFrom { get; init; }

    public DateTimeOffset? AvailableTo { get; init; }

    public bool Discontinued { get; init; }

    /// <summary>Products without which this one must not be bundled.</summary>
    public IReadOnlyList<ProductId> Requires { get; init; } = [];

    /// <summary>Products with which this one must not be bundled.</summary>
    public IReadOnlyList<ProductId> Excludes { get; init; } = [];

    /// <summary>Whether one piece can be sold at <paramref name="now"/>.</summary>
    public bool IsAvailable(DateTimeOffset now) =>
        !Discontinued && (Stock is null or > 0) && !(AvailableFrom > now) && !(AvailableTo <= now);
}

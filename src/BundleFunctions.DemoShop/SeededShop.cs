using BundleFunctions.DemoShop.Baskets;
using BundleFunctions.DemoShop.Catalogue;
using BundleFunctions.DemoShop.Dirt;
using BundleFunctions.DemoShop.Files;
using BundleFunctions.DemoShop.Sessions;
using BundleFunctions.DemoShop.Truth;

namespace BundleFunctions.DemoShop;

/// <summary>A demo shop: its catalogue is made, its events are made anew each time <see cref="Files"/> is walked.</summary>
public sealed class SeededShop
{
    private readonly SeededCatalogue _catalogue;
    private readonly IReadOnlyList<BundlePlan> _plans;

    internal SeededShop(DemoShopOptions options, SeededCatalogue catalogue, IReadOnlyList<BundlePlan> plans)
    {
        Options = options;
        _catalogue = catalogue;
        _plans = plans;
        Products = [.. catalogue.Items.Select(item => item.Product)];
        Truth = TruthBuilder.Build(catalogue, plans);
    }

    /// <summary>What it was made from.</summary>
    public DemoShopOptions Options { get; }

    /// <summary>The catalogue, type by type.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>What was planted; for tests and benchmarks only.</summary>
    public PlantedTruth Truth { get; }

    /// <summary>The most popular anchor of a planted bundle: a good product to show.</summary>
    public ProductId Showcase => _plans[0].Anchor.Id;

    /// <summary>
    /// The catalogue file, then the event files day by day. One day is in memory at a time; each walk makes the same bytes.
    /// </summary>
    public IEnumerable<DemoFile> Files()
    {
        yield return new DemoFile
        {
            Kind = DemoFileKind.Catalogue,
            Name = "products.ndjson",
            Content = CatalogueWriter.Write(Products),
            Lines = Products.Count,
        };

        var demand = new DemandModel(_catalogue, _plans, new SeasonModel(Options));
        var sessions = new SessionModel(_catalogue, demand, new BasketModel(_catalogue, demand, _plans));
        var days = new DayModel(Options, new TrafficCalendar(Options), new VisitorModel(Options, demand.DepartmentShares), sessions);
        var writer = new DayFileWriter(Options, _catalogue);
        for (var day = 0; day < Options.Days; day++)
        {
            yield return writer.Write(day, days.Make(day));
        }
    }

    /// <summary>Writes every file below a folder, over files of the same name.</summary>
    /// <param name="directory">The folder; made where it is missing.</param>
    /// <param name="withTruth">Whether to write <c>truth.json</c> beside them.</param>
    /// <returns>What was written, for logs and tests.</returns>
    public DemoShopReport WriteTo(string directory, bool withTruth = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var (files, lines, duplicates, dirt) = (0, 0L, 0, new List<PlantedDirt>());
        foreach (var file in Files())
        {
            var path = Path.Combine(directory, DemoFile.Folder(file.Kind), file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.Span);
            files++;
            lines += file.Kind == DemoFileKind.Events ? file.Lines : 0;
            duplicates += file.DuplicateLines;
            dirt.AddRange(file.Dirt);
        }

        if (withTruth)
        {
            File.WriteAllBytes(Path.Combine(directory, "truth.json"), TruthWriter.Write(Truth, dirt, duplicates));
        }

        return new DemoShopReport(files, Products.Count, lines, dirt, duplicates);
    }
}

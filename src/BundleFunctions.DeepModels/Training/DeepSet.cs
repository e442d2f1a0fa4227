using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.DeepModels.Training;

/// <summary>Deep models in the contests, beside the classical ones.</summary>
public static class DeepSet
{
    // They score every item for every query, and the winner is asked about every item.
    private const int MostItems = 150_000;

    private static readonly string[] SessionRivals = ["popularity", "co-occurrence", "item-knn", "ease"];

    /// <summary>What is trained where nothing else is said: one model of baskets, one of sequences.</summary>
    public static IReadOnlyList<string> Names { get; } = ["vae", "causal-transformer"];

    /// <param name="names">Names in <see cref="DeepCatalogue"/>.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="runtime">Runs networks.</param>
    /// <param name="told">Hears how far which model is; may be called by another thread.</param>
    /// <exception cref="ArgumentException">There is no model of some name.</exception>
    public static TrainingContestants Create(
        IReadOnlyList<string> names, DeepOptions options, ITensorRuntime runtime, Action<string, TrainerProgress>? told = null)
    {
        DeepKind[] kinds = [.. names.Select(name => DeepCatalogue.Find(name) ?? throw new ArgumentException(
            $"There is no deep model '{name}'; expected some of {string.Join(", ", DeepCatalogue.All.Select(kind => kind.Name))}.", nameof(names)))];
        var kept = options with { KeepFinished = options.KeepFinished || kinds.Any(kind => kind.Compression is not null) };
        Contestant Deep(DeepKind kind, string? ruledOut) =>
            new(kind.Name, kind.Complexity, new KeptTraining(new DeepTrainer(kind, kept, runtime) { Told = told is null ? null : progress => told(kind.Name, progress) }))
            {
                RuledOut = ruledOut,
            };

        return new TrainingContestants(
            log => [.. DefaultSet.Create(DefaultSet.Names, ShopSize.Of(log)), .. kinds.Where(kind => !kind.ReadsTexts || log.Content.Count > 0)
                .Select(kind => Deep(kind, RuledOut(log.Rows.Columns, log.Count, options)))],
            log => [.. SessionRivals.Select(Classical), .. kinds.Where(kind => !kind.ReadsTexts)
                .Select(kind => Deep(kind, RuledOut(log.Products.Count, log.Steps.Count, options)))]);
    }

    private static Contestant Classical(string name)
    {
        var model = ModelCatalogue.Find(name)!;
        return new Contestant(name, model.Complexity, new KeptTraining(model.Create()));
    }

    private static string? RuledOut(int items, int rows, DeepOptions options) =>
        items > MostItems ? string.Create(CultureInfo.InvariantCulture, $"Left out of a shop of {items} products; it scores all of them at once, which is afforded up to {MostItems}.")
        : rows < options.MinRows ? string.Create(CultureInfo.InvariantCulture, $"Left out: {rows} rows are too few to learn from; expected {options.MinRows}.")
        : null;
}

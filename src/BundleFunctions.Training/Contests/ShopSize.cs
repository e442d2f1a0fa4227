using BundleFunctions.Training.Evaluation.Splits;

namespace BundleFunctions.Training.Contests;

/// <summary>How much there is to learn from: what models a shop can afford depends on it, and on nothing else.</summary>
/// <param name="Items">Distinct products that were ordered.</param>
/// <param name="Lines">Order lines.</param>
/// <param name="HasContent">Whether a catalogue says something of the items.</param>
public sealed record ShopSize(int Items, int Lines, bool HasContent)
{
    public static ShopSize Of(InteractionLog log) => new(log.Rows.Columns, log.Rows.NonZeros, log.Content.Count > 0);
}

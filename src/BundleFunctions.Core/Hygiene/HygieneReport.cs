namespace BundleFunctions.Hygiene;

/// <summary>What did not count, and why.</summary>
/// <param name="Events">Events looked at.</param>
/// <param name="Rules">By rule (<see cref="HygieneRule"/>).</param>
public sealed record HygieneReport(long Events, SortedDictionary<string, RuleReport> Rules)
{
    /// <summary>When it was made; null where nothing says so.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The same as named figures, such as <c>hygiene.robots.events</c>; only those above 0.</summary>
    public IEnumerable<KeyValuePair<string, double>> Figures() => Rules
        .SelectMany(rule => new[] { ("events", rule.Value.Events), ("visitors", rule.Value.Visitors), ("orders", (long)rule.Value.Orders) }
            .Where(figure => figure.Item2 > 0)
            .Select(figure => KeyValuePair.Create($"hygiene.{rule.Key}.{figure.Item1}", (double)figure.Item2)));
}

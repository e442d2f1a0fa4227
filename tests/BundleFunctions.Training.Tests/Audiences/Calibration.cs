namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>What was expected of cases against what was seen of them.</summary>
/// <param name="Cases">How many.</param>
/// <param name="Expected">Responses expected of all.</param>
/// <param name="Seen">Responses seen of all.</param>
/// <param name="BestExpected">Expected of the tenth that most is expected of.</param>
/// <param name="BestSeen">Seen of that tenth.</param>
internal sealed record Calibration(int Cases, double Expected, int Seen, double BestExpected, int BestSeen)
{
    public static Calibration Of(IEnumerable<(double Expected, bool Seen)> cases)
    {
        var ordered = cases.OrderBy(one => one.Expected).ToList();
        var best = ordered[^(ordered.Count / 10)..];
        return new Calibration(
            ordered.Count, ordered.Sum(one => one.Expected), ordered.Count(one => one.Seen), best.Sum(one => one.Expected), best.Count(one => one.Seen));
    }

    public override string ToString() => $"of {Cases} cases {Expected:F1} expected, {Seen} seen; of the best tenth {BestExpected:F1} and {BestSeen}";
}

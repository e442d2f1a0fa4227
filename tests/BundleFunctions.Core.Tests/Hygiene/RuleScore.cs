using System.Globalization;

namespace BundleFunctions.Core.Tests.Hygiene;

/// <summary>How well a rule told things apart.</summary>
internal sealed record RuleScore(int Right, int Wrong, int Missed)
{
    /// <summary>Share of what was left out that had to be; 1 where nothing was.</summary>
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    /// <summary>Share of what had to be left out that was; 1 where nothing had to.</summary>
    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public static RuleScore Of<T>(IReadOnlySet<T> found, IReadOnlySet<T> labelled) =>
        new(found.Count(labelled.Contains), found.Count(one => !labelled.Contains(one)), labelled.Count(one => !found.Contains(one)));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"precision {Precision:F3} ({Right} of {Right + Wrong}), recall {Recall:F3} ({Right} of {Right + Missed})");
}

namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Finds the bundles in what one visitor looked at in one session.</summary>
public interface ISessionBundler
{
    /// <summary>The bundles: two or more of the session's items each, ascending, the surest first; they may share items. None where the
    /// session has fewer than two items or nothing speaks for a bundle.</summary>
    /// <param name="session">Distinct item numbers.</param>
    IReadOnlyList<int[]> Generate(IReadOnlyList<int> session);
}

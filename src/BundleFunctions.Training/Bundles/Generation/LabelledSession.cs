namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>A session with the bundles that people found in it.</summary>
/// <param name="Items">Distinct item numbers.</param>
/// <param name="Bundles">Two or more of the items each.</param>
public sealed record LabelledSession(IReadOnlyList<int> Items, IReadOnlyList<IReadOnlyList<int>> Bundles);

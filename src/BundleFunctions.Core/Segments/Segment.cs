namespace BundleFunctions.Segments;

/// <summary>Users who are alike.</summary>
/// <param name="Id">Stays with a segment from one training to the next, as long as most of its users do: <c>s1</c>, <c>s2</c>, ...; never given twice.</param>
/// <param name="Name">What marks it, in words; each name once.</param>
/// <param name="Users">Profiles that were nearest to it when it was learned.</param>
/// <param name="Centre">Its mean, scaled, in the order of the table's features.</param>
/// <param name="Means">The means of what is easily understood of its users, by feature, in the feature's own units.</param>
public sealed record Segment(string Id, string Name, int Users, IReadOnlyList<double> Centre, IReadOnlyDictionary<string, double> Means);

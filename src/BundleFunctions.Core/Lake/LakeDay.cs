namespace BundleFunctions.Lake;

/// <summary>A day of the lake whose parts were merged: one blob a day, replaced with If-Match. What it names counts; what it replaces counts no
/// more, although commits still name it.</summary>
/// <param name="Day">The UTC day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Parts">The merged parts, in order of their events.</param>
/// <param name="Replaces">Paths of parts of commits whose events lie in <paramref name="Parts"/>.</param>
/// <param name="Leftovers">Paths of files that count no more and are not deleted yet: a reader may have them open.</param>
/// <param name="Version">Counts the writes: whoever merges from what another has changed meanwhile, writes nothing.</param>
public sealed record LakeDay(
    string Day, IReadOnlyList<LakePart> Parts, IReadOnlyList<string> Replaces, IReadOnlyList<string> Leftovers, int Version)
{
    /// <summary>A day that was never merged.</summary>
    public static LakeDay Untouched(string day) => new(day, [], [], [], 0);
}

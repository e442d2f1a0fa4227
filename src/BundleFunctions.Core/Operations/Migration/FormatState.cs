namespace BundleFunctions.Operations.Migration;

/// <summary>What a shop has of one kind of stored thing.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Current">The version that this program writes.</param>
/// <param name="Old">How many are of an older version.</param>
/// <param name="Newest">The newest version that was found; 0 where there is nothing.</param>
public sealed record FormatState(string Name, int Current, int Old, int Newest)
{
    /// <summary>Whether a newer program has written here: this one must keep its hands off.</summary>
    public bool IsNewer => Newest > Current;

    internal static FormatState Of(string name, int current, int? found) =>
        new(name, current, found < current ? 1 : 0, found ?? 0);
}

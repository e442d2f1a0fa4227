namespace BundleFunctions.Training.Models.Rules;

/// <summary>Lists of items by what they hold: equal, hashed and ordered element by element, a list before those that it starts.</summary>
internal sealed class ItemsComparer : IEqualityComparer<int[]>, IComparer<int[]>
{
    public static ItemsComparer Instance { get; } = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = new HashCode();
        foreach (var item in obj)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
}

namespace BundleFunctions.Numerics.Counting;

/// <summary>Keeps the best few of many values, in order. The result does not depend on the order of adding, as long as the
/// comparer calls no two values equal.</summary>
/// <param name="capacity">How many to keep, 0 or more.</param>
/// <param name="comparer">Puts the better value first.</param>
public sealed class BoundedTop<T>(int capacity, IComparer<T> comparer)
{
    private readonly T[] _best = new T[capacity];

    public int Count { get; private set; }

    /// <summary>The values kept, best first. Valid until the next change.</summary>
    public ReadOnlySpan<T> Best => _best.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(T value)
    {
        if (Count == capacity && (capacity == 0 || comparer.Compare(value, _best[^1]) >= 0))
        {
            return;
        }

        var place = Count < capacity ? Count++ : capacity - 1;
        while (place > 0 && comparer.Compare(value, _best[place - 1]) < 0)
        {
            _best[place] = _best[place - 1];
            place--;
        }

        _best[place] = value;
    }
}

namespace BundleFunctions.Training.Models.Blend;

/// <summary>The least of many distinct keys. Those that are surely too great are dropped on the way, so that few are ever sorted. Not thread-safe.</summary>
/// <param name="most">Keys that will be added at most.</param>
internal sealed class BestKeys(int most)
{
    private ulong[] _keys = [];
    private ulong _bound;
    private int _keep;

    /// <summary>Keys held: once sorted, no more than are to be kept.</summary>
    public int Count { get; private set; }

    public ulong this[int place] => _keys[place];

    /// <summary>Starts again.</summary>
    /// <param name="keep">Least keys to keep, 1 or more.</param>
    public void Clear(int keep)
    {
        (_keep, _bound, Count) = (Math.Min(keep, most), ulong.MaxValue, 0);
        if (_keys.Length < 3 * _keep)
        {
            _keys = new ulong[3 * _keep];
        }
    }

    public void Add(ulong key)
    {
        if (key >= _bound)
        {
            return;
        }

        _keys[Count++] = key;
        if (Count == _keys.Length)
        {
            Sort();
            _bound = _keys[Count - 1];
        }
    }

    /// <summary>Puts the least first and drops what is not to be kept.</summary>
    public void Sort()
    {
        Array.Sort(_keys, 0, Count);
        Count = Math.Min(Count, _keep);
    }
}

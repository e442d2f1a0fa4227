namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Sums weights by item. Not thread-safe; emptied by reading it.</summary>
internal sealed class ItemVector(int items)
{
    private readonly float[] _sums = new float[items];
    private readonly bool[] _held = new bool[items];
    private readonly List<int> _touched = [];

    public void Add(ReadOnlySpan<int> basket, float weight)
    {
        foreach (var item in basket)
        {
            if (!_held[item])
            {
                _held[item] = true;
                _touched.Add(item);
            }

            _sums[item] += weight;
        }
    }

    /// <summary>The items ascending, each with its sum; all is 0 again then.</summary>
    public (int[] Items, float[] Weights) Take()
    {
        _touched.Sort();
        var taken = _touched.ToArray();
        var weights = Array.ConvertAll(taken, item => _sums[item]);
        foreach (var item in taken)
        {
            (_sums[item], _held[item]) = (0, false);
        }

        _touched.Clear();
        return (taken, weights);
    }
}

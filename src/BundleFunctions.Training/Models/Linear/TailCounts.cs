namespace BundleFunctions.Training.Models.Linear;

/// <summary>For each item of the tail the items that it is held with most, and how often, which the dense head's matrix does not say; and
/// the inputs that would each alone explain most of it.</summary>
internal sealed class TailCounts
{
    // At 8 bytes each, 400,000 items take 800 MB at most, and rarely a tenth of it.
    private const int Most = 256;

    private readonly (int[] Items, float[] Counts)[] _together;
    private readonly (int[] Items, float[] Counts)[] _inputs;

    public TailCounts(
        StackedRows stacked, DenseHead head, EaseOptions options, TrainingContext context, CancellationToken cancellationToken)
    {
        _together = new (int[] Items, float[] Counts)[stacked.Counts.Length];
        _inputs = new (int[] Items, float[] Counts)[stacked.Counts.Length];
        var counts = new SparseCounts(stacked);
        Parallel.For(
            0,
            head.Tail.Length,
            context.Parallel(cancellationToken),
            () => new Worker(stacked, counts.NewCounter(), options.LocalInputs),
            (i, _, worker) =>
            {
                var item = head.Tail[i];
                worker.Count(item);
                (_together[item], _inputs[item]) = (worker.Together(), worker.Inputs());
                return worker;
            },
            _ => { });
    }

    /// <summary>Items that this one is held with most, without itself; none for an item of the head.</summary>
    public (int[] Items, float[] Counts) TogetherWith(int item) => _together[item].Items is null ? ([], []) : _together[item];

    /// <summary>The inputs of an item of the tail, ascending, and how often each is held with it.</summary>
    public (int[] Items, float[] Counts) InputsOf(int item) => _inputs[item];

    private sealed class Worker(StackedRows stacked, SparseCounts.Counter counter, int inputs)
    {
        private readonly int[] _items = new int[stacked.Counts.Length];
        private readonly float[] _scores = new float[stacked.Counts.Length];
        private readonly float[] _spare = new float[stacked.Counts.Length];
        private readonly int[] _places = new int[Math.Max(Most, inputs)];
        private int _found;

        public void Count(int item)
        {
            counter.Count(item);
            _found = 0;
            foreach (var other in counter.Touched)
            {
                if (other != item)
                {
                    _items[_found++] = other;
                }
            }
        }

        public (int[] Items, float[] Counts) Together()
        {
            for (var i = 0; i < _found; i++)
            {
                _scores[i] = counter.Of(_items[i]);
            }

            return Take(Most);
        }

        public (int[] Items, float[] Counts) Inputs()
        {
            for (var i = 0; i < _found; i++)
            {
                var count = (double)counter.Of(_items[i]);
                _scores[i] = (float)(count * count / (stacked.Counts[_items[i]] + stacked.Ridge[_items[i]]));
            }

            return Take(inputs);
        }

        private (int[] Items, float[] Counts) Take(int most)
        {
            var taken = Selection.Greatest(_scores.AsSpan(0, _found), most, _spare, _places);
            var items = new int[taken];
            for (var i = 0; i < taken; i++)
            {
                items[i] = _items[_places[i]];
            }

            Array.Sort(items);
            return (items, Array.ConvertAll(items, counter.Of));
        }
    }
}

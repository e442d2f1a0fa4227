using BundleFunctions.Numerics.Counting;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Models.Neighbours;

namespace BundleFunctions.Training.Models.CoOccurrence;

/// <summary>What stands together in rows, weighed by how sure that is:
/// <c>score(i) = sum over j in the query of weight_j m(j, i) n_ji / (n_ji + h)</c>. Only that a row holds an item counts, not how strongly.</summary>
/// <param name="options">Valid options.</param>
public sealed class CoOccurrenceRecommenderTrainer(CoOccurrenceOptions options) : IRecommenderTrainer
{
    public string Name => "co-occurrence";

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var counts = Counts(data);
        var items = data.Items;
        var columns = new int[items][];
        var values = new float[items][];
        var capacity = Math.Clamp(options.Neighbours, 1, Math.Max(items, 1));
        Parallel.For(
            0,
            items,
            context.Parallel(cancellationToken),
            () => (Evidence: counts.NewEvidence(), Top: new TopScores(capacity), Columns: new int[capacity], Values: new float[capacity]),
            (anchor, _, worker) =>
            {
                Rank(anchor, counts, worker.Evidence, worker.Top);
                var kept = worker.Top.Take(worker.Columns, worker.Values);
                (columns[anchor], values[anchor]) = (worker.Columns[..kept], worker.Values[..kept]);
                return worker;
            },
            _ => { });

        return new NeighbourModel(Name, Fingerprint, SparseMatrix.OfRows(columns, values, items));
    }

    public IRecommender Load(ModelArrays arrays) => NeighbourModel.Load(arrays, Name);

    private void Rank(int anchor, WeighedRows rows, PairEvidence evidence, TopScores top)
    {
        evidence.Count(anchor);
        foreach (var item in evidence.Touched)
        {
            if (evidence.Together(item) >= options.MinCount && evidence.Users(item) >= options.MinUsers)
            {
                // Sums of the same weights in another order may differ in the last bit: together is never more than either.
                var together = Math.Min(evidence.Weight(item), Math.Min(rows.Of(anchor), rows.Of(item)));
                var value = Association.Of(options.Measure, together, rows.Of(anchor), rows.Of(item), rows.Total);
                top.Add(item, value * together / (together + options.Shrinkage));
            }
        }
    }

    private WeighedRows Counts(TrainingData data)
    {
        var rows = data.Rows.ToSets();
        int[] users = [.. data.Users];
        var weights = RowWeights.ByAge(data.Moments, options.HalfLifeDays);
        if (options.MaxRowsPerUser > 0 && users.Length > 0)
        {
            var kept = UserCaps.Kept(users, options.MaxRowsPerUser);
            rows = UserCaps.Take(rows, kept);
            users = UserCaps.Take(users, kept);
            weights = weights.Length == 0 ? weights : [.. kept.Select(row => weights[row])];
        }

        return new WeighedRows(rows, users, weights);
    }

    private sealed class WeighedRows
    {
        private readonly IndexSets _rows;
        private readonly IndexSets _postings;
        private readonly int[] _users;
        private readonly double[] _weights;
        private readonly double[] _ofItem;

        public WeighedRows(IndexSets rows, int[] users, double[] weights)
        {
            (_rows, _postings, _users, _weights) = (rows, rows.Transpose(), users, weights);
            _ofItem = new double[rows.Universe];
            for (var row = 0; row < rows.Count; row++)
            {
                var weight = weights.Length == 0 ? 1 : weights[row];
                Total += weight;
                foreach (var item in rows[row])
                {
                    _ofItem[item] += weight;
                }
            }
        }

        public double Total { get; }

        public double Of(int item) => _ofItem[item];

        public PairEvidence NewEvidence() => new(_rows, _postings, _users, _weights);
    }
}

using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.Training.Tests.Runs;

/// <summary>Counts what follows what at once; says that it is a network, so that its file is kept.</summary>
internal sealed class SuccessorTrainer : IRecommenderTrainer
{
    public static byte[] File { get; } = [1, 2, 3];

    public string Name => "successor";

    public string Fingerprint => "test";

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var counts = new float[data.Items, data.Items];
        foreach (var steps in data.Sequences)
        {
            for (var i = 1; i < steps.Length; i++)
            {
                counts[steps[i - 1].Item, steps[i].Item]++;
            }
        }

        return new Model(data.Items, counts);
    }

    public IRecommender Load(ModelArrays arrays) => throw new NotSupportedException();

    private sealed class Model(int items, float[,] counts) : IRecommender, ISessionNetwork
    {
        public int Items => items;

        public string? Kind => "successor";

        public int Length => 4;

        public IReadOnlyList<string> Actions => [];

        public byte[] Network => File;

        public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
        {
            for (var q = 0; q < queries.Length; q++)
            {
                for (var item = 0; item < items; item++)
                {
                    scores[(q * items) + item] = queries[q].Sequence is [.., var last] ? counts[last.Item, item] : 0;
                }
            }
        }

        public ModelArrays Save() => new("successor", "test");
    }
}

using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Ranking;
using BundleFunctions.Training.Bundles.Learning;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Ranking;

/// <summary>Linear weights from pairs of bundles of one answer, of which one was taken and the other not: P(taken before not taken) = 1 / (1 + exp(-w d)), d
/// being the difference of their features (RankNet with a linear scorer; Burges et al. 2005). Every answer counts 1, by at most a hundred of its pairs. Fitted
/// by Newton's method with a ridge on standardised features; one thread, no chance.</summary>
/// <param name="ridge">Above 0, in answers.</param>
public sealed class LinearRankerTrainer(double ridge = 4) : IRankerTrainer
{
    private const int MostPairs = 100;
    private const int MaxSteps = 30;
    private const double Tolerance = 1e-8;

    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public int Complexity => 1;

    /// <inheritdoc/>
    public BundleRanker Train(RankingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var (means, deviations) = Scale(data);
        var size = RankingFeatures.Count + 1;
        var (beta, step, difference) = (new double[size], new NewtonStep(size), new double[size]);
        for (var round = 0; round < MaxSteps; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            step.Clear();
            foreach (var group in data.Groups)
            {
                Add(group, means, deviations, beta, step, difference);
            }

            if (step.Solve(beta, ridge) < Tolerance)
            {
                break;
            }
        }

        if (!beta.All(double.IsFinite))
        {
            throw new DivergedException($"Linear weights from {data.Groups.Count} answers are not finite.");
        }

        return new LinearRanker(Name, RankingFeatures.Names, [.. deviations.Select((deviation, f) => beta[f + 1] / deviation)], means);
    }

    private static void Add(RankingGroup group, double[] means, double[] deviations, double[] beta, NewtonStep step, double[] difference)
    {
        // Long answers have thousands of pairs that tell little more than some: these are spread evenly over all.
        var taken = Places(group, relevant: true);
        var passed = Places(group, relevant: false);
        var pairs = taken.Length * passed.Length;
        var used = Math.Min(pairs, MostPairs);
        for (var p = 0; p < used; p++)
        {
            var pair = (int)((long)p * pairs / used);
            var better = group[taken[pair / passed.Length]];
            var worse = group[passed[pair % passed.Length]];
            var margin = 0.0;
            for (var f = 0; f < means.Length; f++)
            {
                difference[f + 1] = (Known(better[f], means[f]) - Known(worse[f], means[f])) / deviations[f];
                margin += beta[f + 1] * difference[f + 1];
            }

            step.Add(difference, 1 / (1 + StableMath.Exp(Math.Clamp(-margin, -60, 60))), label: 1, 1.0 / used);
        }
    }

    private static int[] Places(RankingGroup group, bool relevant)
    {
        var places = new List<int>(group.Rows);
        for (var row = 0; row < group.Rows; row++)
        {
            if (group.Relevant[row] == relevant)
            {
                places.Add(row);
            }
        }

        return [.. places];
    }

    /// <summary>Mean and standard deviation of what is known of each feature; 0 and 1 where nothing is, or where it never changes.</summary>
    private static (double[] Means, double[] Deviations) Scale(RankingData data)
    {
        var (sums, squares, counts) = (new double[RankingFeatures.Count], new double[RankingFeatures.Count], new long[RankingFeatures.Count]);
        void Each(Action<int, double> visit)
        {
            foreach (var group in data.Groups)
            {
                for (var row = 0; row < group.Rows; row++)
                {
                    for (var f = 0; f < RankingFeatures.Count; f++)
                    {
                        if (!float.IsNaN(group[row][f]))
                        {
                            visit(f, group[row][f]);
                        }
                    }
                }
            }
        }

        Each((f, value) => (sums[f], counts[f]) = (sums[f] + value, counts[f] + 1));
        var means = sums.Select((sum, f) => counts[f] == 0 ? 0 : sum / counts[f]).ToArray();
        Each((f, value) => squares[f] += (value - means[f]) * (value - means[f]));
        return (means, [.. squares.Select((sum, f) => counts[f] > 0 && sum / counts[f] > 1e-12 ? Math.Sqrt(sum / counts[f]) : 1)]);
    }

    private static double Known(float value, double mean) => float.IsNaN(value) ? mean : value;
}

using BundleFunctions.Training.Evaluation;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Learns what each part of a blend is worth, from cases that the parts have not learned from.</summary>
public static class BlendFit
{
    // The likelihood that weights are learned by cares for places that nobody sees; whether they are used does not.
    private const int Shown = 10;

    /// <summary>Weights for all cases, and from them weights for each kind of query. Where the blend, judged on cases that its weights were not learned
    /// from, does not order the first answers at least as well as the best part or all parts evenly, those speak.</summary>
    /// <param name="parts">Models that learned from the task's training data.</param>
    /// <param name="task">A valid task; its cases are the ones to learn from.</param>
    public static BlendWeights Fit(
        IReadOnlyList<IRecommender> parts, RankingTask task, BlendOptions options, TrainingContext context, CancellationToken cancellationToken)
    {
        byte[] warm = [.. task.Popularity.Select(rows => (byte)(rows > 0 ? 1 : 0))];
        var parallel = context.Parallel(cancellationToken);
        var cases = Read(parts, task, warm, options, context.Seed, parallel);
        var width = parts.Count * PartSignals.Count;
        var stride = BlendCase.Stride(parts.Count);
        var units = Units(cases, stride);
        double[] scales = [.. Enumerable.Range(0, parts.Count).Select(part => units[part * PartSignals.Count])];
        if (cases.Count == 0)
        {
            return new BlendWeights(scales, Repeated([.. Enumerable.Range(0, width).Select(d => d % PartSignals.Count == 2 ? 1.0 : 0)]), warm);
        }

        var all = ListwiseFit.Solve(cases, units, new double[stride], options.Shrinkage, parallel);
        var plain = BestPlain(cases, units, parts.Count);
        if (CrossFitted(cases, units, options, parallel) < plain.Quality)
        {
            return new BlendWeights(scales, Repeated(plain.Levels[..width]), warm);
        }

        var factors = new double[QueryRegime.Count * width];
        for (var regime = 0; regime < QueryRegime.Count; regime++)
        {
            var own = cases.Where(one => one.Regime == regime).ToArray();
            var learned = own.Length == 0 ? all : ListwiseFit.Solve(own, units, all, options.Shrinkage + (options.RegimeShrinkage / own.Length), parallel);
            for (var d = 0; d < width; d++)
            {
                // Levels are divided by their scale when they are read.
                factors[(regime * width) + d] = d % PartSignals.Count == 0 ? learned[d] : learned[d] / units[d];
            }
        }

        return new BlendWeights(scales, factors, warm);
    }

    private static List<BlendCase> Read(
        IReadOnlyList<IRecommender> parts, RankingTask task, byte[] warm, BlendOptions options, ulong seed, ParallelOptions parallel)
    {
        var count = Math.Min(task.Cases.Count, options.MaxCases);
        var read = new BlendCase[count][];
        Parallel.For(
            0,
            count,
            parallel,
            () => new CaseReader(parts, task, warm, options, seed),
            (i, _, reader) =>
            {
                read[i] = [.. reader.Read((int)((long)i * task.Cases.Count / count))];
                return reader;
            },
            _ => { });
        return [.. read.SelectMany(cases => cases)];
    }

    // Standard deviation of each signal over all candidates, so that one penalty suits all.
    internal static double[] Units(IReadOnlyList<BlendCase> cases, int stride)
    {
        var units = new double[stride];
        for (var d = 0; d < stride; d++)
        {
            double sum = 0, squares = 0, count = 0;
            foreach (var signals in cases.Select(one => one.Signals))
            {
                for (var i = d; i < signals.Length; i += stride)
                {
                    sum += signals[i];
                    squares += (double)signals[i] * signals[i];
                    count++;
                }
            }

            var variance = count == 0 ? 0 : (squares / count) - (sum / count * (sum / count));
            units[d] = variance > 1e-20 ? Math.Sqrt(variance) : 1;
        }

        return units;
    }

    // Nothing is learned but which: a part alone, or the levels of all of them added up.
    private static (double[] Levels, double Quality) BestPlain(List<BlendCase> cases, double[] units, int parts)
    {
        var best = (Levels: Array.Empty<double>(), Quality: double.NegativeInfinity);
        for (var choice = 0; choice <= (parts > 1 ? parts : 0); choice++)
        {
            var levels = new double[units.Length];
            for (var part = 0; part < parts; part++)
            {
                levels[part * PartSignals.Count] = choice == part || choice == parts ? 1 : 0;
            }

            double[] scaled = [.. levels.Select((value, d) => value / units[d])];
            var quality = cases.Average(one => Quality(one, scaled));
            best = quality > best.Quality ? (levels, quality) : best;
        }

        return best;
    }

    private static double CrossFitted(List<BlendCase> cases, double[] units, BlendOptions options, ParallelOptions parallel)
    {
        var sum = 0.0;
        for (var fold = 0; fold < 2; fold++)
        {
            var learning = cases.Where((_, i) => i % 2 != fold).ToArray();
            var weights = new double[units.Length];
            if (learning.Length > 0)
            {
                weights = ListwiseFit.Solve(learning, units, weights, options.Shrinkage, parallel);
            }

            double[] scaled = [.. weights.Select((value, d) => value / units[d])];
            sum += cases.Where((_, i) => i % 2 == fold).Sum(one => Quality(one, scaled));
        }

        return sum / cases.Count;
    }

    // Discounted gain of the right answer's place among the candidates, where that is one of the first ten; what ties with it stands above it.
    private static double Quality(BlendCase one, double[] weights)
    {
        var right = ListwiseLoss.Dot(one.Signals.AsSpan(0, weights.Length), weights);
        var above = 0;
        for (var at = weights.Length; at < one.Signals.Length; at += weights.Length)
        {
            above += ListwiseLoss.Dot(one.Signals.AsSpan(at, weights.Length), weights) >= right ? 1 : 0;
        }

        return above < Shown ? 1 / Math.Log2(above + 2.0) : 0;
    }

    private static double[] Repeated(double[] weights) => [.. Enumerable.Range(0, QueryRegime.Count).SelectMany(_ => weights)];
}

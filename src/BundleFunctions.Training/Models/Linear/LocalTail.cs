using BundleFunctions.Numerics.Dense;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>The items that are too many for the dense inverse: each one's ridge regression on the few items that go with it most, instead
/// of on all. Restricting the inputs beforehand is the feature selection of fsSLIM (Ning and Karypis 2011).</summary>
internal sealed class LocalTail(StackedRows stacked, DenseHead head, EaseOptions options, TrainingContext context)
{
    public void AddTo(NeighbourTable targets, CancellationToken cancellationToken)
    {
        var gram = head.Gram(cancellationToken);
        var counts = new TailCounts(stacked, head, options, context, cancellationToken);
        Parallel.For(
            0,
            head.Tail.Length,
            context.Parallel(cancellationToken),
            () => new Worker(stacked, head, gram, counts, options.LocalInputs),
            (i, _, worker) =>
            {
                worker.Solve(head.Tail[i], targets);
                return worker;
            },
            _ => { });
    }

    private sealed class Worker(StackedRows stacked, DenseHead head, DenseMatrix gram, TailCounts counts, int most)
    {
        private readonly double[] _matrix = new double[most * most];
        private readonly double[] _right = new double[most];
        private readonly int[] _place = [.. Enumerable.Repeat(-1, stacked.Counts.Length)];

        public void Solve(int target, NeighbourTable targets)
        {
            var (inputs, together) = counts.InputsOf(target);
            if (inputs.Length == 0)
            {
                return;
            }

            var right = _right.AsSpan(0, inputs.Length);
            for (var factor = 1.0; !double.IsInfinity(factor); factor *= 10)
            {
                Fill(inputs, factor);
                for (var i = 0; i < inputs.Length; i++)
                {
                    right[i] = together[i];
                }

                // Counts that were cut short can leave the matrix indefinite; a ridge above its row sums cannot.
                if (SmallSystem.TrySolve(_matrix.AsSpan(0, inputs.Length * inputs.Length), right))
                {
                    targets.Set(target, inputs, Array.ConvertAll(right.ToArray(), weight => (float)weight));
                    return;
                }
            }

            // Only counts that are not finite come here.
            targets.Set(target, inputs, [.. inputs.Select(_ => float.NaN)]);
        }

        private void Fill(int[] inputs, double ridge)
        {
            var size = inputs.Length;
            Array.Clear(_matrix, 0, size * size);
            for (var i = 0; i < size; i++)
            {
                _place[inputs[i]] = i;
            }

            for (var i = 0; i < size; i++)
            {
                FillRow(inputs, i);
                _matrix[(i * size) + i] = stacked.Counts[inputs[i]] + (ridge * stacked.Ridge[inputs[i]]);
            }

            foreach (var item in inputs)
            {
                _place[item] = -1;
            }
        }

        private void FillRow(int[] inputs, int i)
        {
            var size = inputs.Length;
            var place = head.Places[inputs[i]];
            for (var j = 0; place >= 0 && j < i; j++)
            {
                if (head.Places[inputs[j]] is >= 0 and var other)
                {
                    _matrix[(i * size) + j] = gram[place, other];
                }
            }

            var (items, together) = counts.TogetherWith(inputs[i]);
            for (var k = 0; k < items.Length; k++)
            {
                if (_place[items[k]] is >= 0 and var j && j != i)
                {
                    _matrix[(Math.Max(i, j) * size) + Math.Min(i, j)] = together[k];
                }
            }
        }
    }
}

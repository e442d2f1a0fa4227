using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>EASE: each item's ridge regression on all the others, in closed form. With G = X^T X and P = (G + ridge)^-1 the weights are
/// B = I - P diag(1 / diag P), so that none is its own neighbour. Steck, Embarrassingly Shallow Autoencoders for Sparse Data, 2019.</summary>
/// <param name="options">Valid options.</param>
public sealed class EaseTrainer(EaseOptions options) : IRecommenderTrainer
{
    public string Name => "ease";

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        Train(EaseInputs.Of(data, options), data.Items, context, cancellationToken);

    /// <summary>Learns from several row blocks stacked.</summary>
    /// <param name="blocks">Over the same items; a weight of 0 or less leaves a block out.</param>
    /// <param name="items">Number of items.</param>
    /// <exception cref="ArgumentException">A block is over another number of items.</exception>
    /// <exception cref="DivergedException">What was learned is not finite.</exception>
    public LinearModel Train(
        IReadOnlyList<WeightedRows> blocks, int items, TrainingContext context, CancellationToken cancellationToken)
    {
        if (blocks.FirstOrDefault(block => block.Rows.Columns != items) is { } other)
        {
            throw new ArgumentException($"A block is over {other.Rows.Columns} items; expected {items}.", nameof(blocks));
        }

        var stacked = new StackedRows([.. blocks.Where(block => block.Weight > 0 && block.Rows.NonZeros > 0)], items, options);
        var targets = new NeighbourTable(items, options.Neighbours);
        var head = new DenseHead(stacked, options, context);
        if (head.Tail.Length > 0)
        {
            new LocalTail(stacked, head, options, context).AddTo(targets, cancellationToken);
            context.Progress?.Report(0.5);
        }

        head.AddTo(targets, cancellationToken);
        context.Progress?.Report(1);
        return new LinearModel(Name, Fingerprint, targets.ToInputRows());
    }

    public IRecommender Load(ModelArrays arrays) => LinearModel.Load(Name, arrays);
}

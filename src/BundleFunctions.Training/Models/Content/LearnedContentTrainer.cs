using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Learns <see cref="LearnedContentModel"/>: weights under which each item of a row is more like the rest of it than other items are
/// (<see cref="ListwiseFit"/>). The fewer cases rows give, the nearer the weights stay to those of <see cref="ContentOptions"/>.</summary>
public sealed class LearnedContentTrainer : IRecommenderTrainer
{
    // Content's own scores, about 0..2, as logits.
    private const double PriorScale = 10;

    private readonly LearnedContentOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public LearnedContentTrainer(LearnedContentOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public string Name => LearnedContentModel.ModelName;

    /// <inheritdoc/>
    public string Fingerprint => _options.Fingerprint;

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var content = data.Content.Count > 0 ? data.Content : Enumerable.Repeat(ItemContent.Unknown, data.Items).ToArray();
        var channels = ContentChannels.Of(content, _options.Topics, context, cancellationToken);
        var prior = new double[LearnedContentCases.Stride];
        for (var c = 0; c < ContentChannels.Count; c++)
        {
            prior[c * ChannelReader.Signals] = PriorScale * ContentChannels.Priors[c];
        }

        var even = new float[data.Items];
        Array.Fill(even, 1);
        var untaught = new LearnedContentModel(Fingerprint, channels, Cut(prior), even);
        var cases = Read(untaught, data.Rows, context, cancellationToken);
        if (cases.Length == 0)
        {
            return untaught.With(Hubs.Of(untaught, _options.HubNeighbours, _options.HubPower, context, cancellationToken));
        }

        var units = BlendFit.Units(cases, prior.Length);
        double[] centre = [.. prior.Zip(units, (weight, unit) => weight * unit)];
        var learned = ListwiseFit.Solve(cases, units, centre, _options.Shrinkage / cases.Length, context.Parallel(cancellationToken));
        var taught = new LearnedContentModel(Fingerprint, channels, Cut([.. learned.Zip(units, (weight, unit) => weight / unit)]), even);
        return taught.With(Hubs.Of(taught, _options.HubNeighbours, _options.HubPower, context, cancellationToken));
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var (weights, hubs) = (arrays.Doubles("weights"), arrays.Floats("hubs"));
        SparseMatrix[] channels = [.. Enumerable.Range(0, ContentChannels.Count).Select(c => arrays.Sparse(LearnedContentModel.ChannelName(c)))];
        return weights.Length == channels.Length * ChannelReader.Signals && channels.All(channel => channel.Rows == channels[0].Rows)
            && weights.All(weight => weight >= 0 && double.IsFinite(weight)) && hubs.Length == channels[0].Rows && hubs.All(hub => hub > 0 && float.IsFinite(hub))
            ? new LearnedContentModel(arrays.Fingerprint, channels, weights, hubs)
            : throw new InvalidModelException(
                $"Model '{Name}' has {weights.Length} weights for channels of {string.Join(", ", channels.Select(channel => channel.Rows))} items; expected {channels.Length * ChannelReader.Signals} of 0 or more, channels alike and a divisor above 0 for each of their items.");
    }

    private static double[] Cut(double[] weights) => weights[..(ContentChannels.Count * ChannelReader.Signals)];

    private BlendCase[] Read(LearnedContentModel model, SparseMatrix rows, TrainingContext context, CancellationToken cancellationToken)
    {
        (int Row, int Place)[] all =
        [
            .. Enumerable.Range(0, rows.Rows).Where(row => rows.ColumnsOf(row).Length > 1)
                .SelectMany(row => Enumerable.Range(0, rows.ColumnsOf(row).Length).Select(place => (row, place))),
        ];
        var cases = new BlendCase[Math.Min(all.Length, _options.MaxCases)];
        Parallel.For(
            0,
            cases.Length,
            context.Parallel(cancellationToken),
            () => new LearnedContentCases(model.NewReader(), model.Items, _options, context.Seed),
            (i, _, reader) =>
            {
                // Spread evenly over all rows.
                var number = (int)((long)i * all.Length / cases.Length);
                cases[i] = reader.Read(number, rows.ColumnsOf(all[number].Row).ToArray(), all[number].Place);
                return reader;
            },
            _ => { });
        return cases;
    }
}

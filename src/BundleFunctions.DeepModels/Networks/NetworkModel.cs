using BundleFunctions.DeepModels.Folders;
using BundleFunctions.Scoring;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.DeepModels.Networks;

/// <summary>A network that is told what is known and scores every item.</summary>
/// <remarks>The network gives logits z. The score is <c>z_i - ln sum_j exp(z_j) + ln(items)</c>: how many times likelier than by chance the network
/// holds the item to be, as a logarithm; 0 for an item that is as likely as any.</remarks>
internal sealed class NetworkModel : IRecommender, ISessionNetwork
{
    private readonly AcceptedModel _model;
    private readonly string _fingerprint;
    private readonly QueryEncoder _encoder;
    private readonly CallPool _calls;

    /// <param name="network">Made of <paramref name="model"/>'s file, by whatever runs it.</param>
    public NetworkModel(AcceptedModel model, TensorModel network, string fingerprint)
    {
        (_model, _fingerprint, _calls) = (model, fingerprint, new CallPool(network));
        _encoder = new QueryEncoder(model.Manifest);
    }

    /// <inheritdoc/>
    public int Items => _model.Manifest.Items;

    /// <inheritdoc/>
    public string? Kind => _model.Manifest.Signature is Signatures.Sequence ? _model.Manifest.Model : null;

    /// <inheritdoc/>
    public int Length => _model.Manifest.Length;

    /// <inheritdoc/>
    public IReadOnlyList<string> Actions => _encoder.TakesActions ? ActionNames.All : [];

    /// <inheritdoc/>
    public byte[] Network => _model.Network;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        for (var from = 0; from < queries.Length;)
        {
            var call = _calls.Take(queries.Length - from);
            try
            {
                var count = Math.Min(call.Rows, queries.Length - from);
                _encoder.Encode(queries.Slice(from, count), call);
                call.Run();
                call.Output(0)[..(count * Items)].CopyTo(scores.Slice(from * Items, count * Items));
                from += count;
            }
            finally
            {
                _calls.Return(call);
            }
        }

        for (var q = 0; q < queries.Length; q++)
        {
            Normalise(scores.Slice(q * Items, Items));
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(_model.Manifest.Model, _fingerprint)
        .Add(DeepArrays.Manifest, _model.ManifestBytes).Add(DeepArrays.Network, _model.Network);

    // What is not finite stays so, and is found by whoever judges.
    private void Normalise(Span<float> logits)
    {
        var most = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            most = Math.Max(most, logit);
        }

        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += MathF.Exp(logit - most);
        }

        var shift = (float)(most + Math.Log(sum) - Math.Log(Items));
        foreach (ref var logit in logits)
        {
            logit -= shift;
        }
    }
}

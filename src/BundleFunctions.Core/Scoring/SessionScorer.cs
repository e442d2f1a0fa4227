using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Scoring;

/// <summary>Answers sessions by the network that a model folder holds. The networks of a few models are kept ready.</summary>
/// <param name="blobs">Where the model folders are.</param>
/// <param name="runtime">What runs networks.</param>
public sealed class SessionScorer(IBlobStore blobs, ITensorRuntime runtime) : ISessionScorer
{
    // Current and previous generation of a shop or two, during a switch as well.
    private const int MostReady = 4;

    private readonly ModelReader _models = new(blobs);
    private readonly Lock _lock = new();
    private readonly LinkedList<(ShopId Shop, ModelId Model, Task<SessionNetwork?> Network)> _ready = [];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ScoredProduct>?> ScoreAsync(
        ShopId shop, ModelId model, IReadOnlyList<SessionStep> session, int limit, CancellationToken cancellationToken)
    {
        if (!runtime.IsPresent)
        {
            return null;
        }

        var network = await Ready(shop, model).WaitAsync(cancellationToken);
        return network?.Score(session, limit);
    }

    // Whoever asks first loads for all; a load that failed is forgotten, so that the next question tries again.
    private Task<SessionNetwork?> Ready(ShopId shop, ModelId model)
    {
        lock (_lock)
        {
            for (var node = _ready.First; node is not null; node = node.Next)
            {
                if (node.Value.Shop == shop && node.Value.Model == model)
                {
                    _ready.Remove(node);
                    if (node.Value.Network is { IsFaulted: false, IsCanceled: false })
                    {
                        _ready.AddFirst(node);
                        return node.Value.Network;
                    }

                    break;
                }
            }

            var loading = Task.Run(() => LoadAsync(shop, model));
            _ready.AddFirst((shop, model, loading));
            if (_ready.Count > MostReady)
            {
                // Not disposed: somebody may be asking it. Its finalizer frees what it holds.
                _ready.RemoveLast();
            }

            return loading;
        }
    }

    private async Task<SessionNetwork?> LoadAsync(ShopId shop, ModelId model)
    {
        var manifest = await _models.FindManifestAsync(BlobLayout.ModelManifest(shop, model), CancellationToken.None);
        if (manifest is null || !manifest.Files.Any(file => string.Equals(file.Name, ModelFiles.SessionCard, StringComparison.Ordinal)))
        {
            return null;
        }

        await using var card = await _models.ReadFileAsync(manifest, ModelFiles.SessionCard, CancellationToken.None);
        await using var network = await _models.ReadFileAsync(manifest, ModelFiles.SessionNetwork, CancellationToken.None);
        try
        {
            return new SessionNetwork(runtime.Load(network.ToArray(), threads: 1), SessionCard.Read(card));
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"{ModelFiles.SessionCard} of model {model} is damaged: {e.Message}", e);
        }
    }
}

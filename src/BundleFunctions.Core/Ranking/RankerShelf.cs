using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Ranking;

/// <summary>Keeps the rankers of a few models ready. Safe to use from many threads.</summary>
/// <param name="blobs">Where the model folders are.</param>
public sealed class RankerShelf(IBlobStore blobs)
{
    // Some dozens of kilobytes each; a deployment with more shops reads some again.
    private const int MostReady = 64;

    private readonly ModelReader _models = new(blobs);
    private readonly Lock _lock = new();
    private readonly LinkedList<(ShopId Shop, ModelId Model, Task<RankerLookup> Ranker)> _ready = [];

    /// <summary>The ranker of a model whose order was learned. One that is damaged is told as a fault and not read again, since model folders never change; a store
    /// that fails is a fault too, and the next question tries again.</summary>
    public async ValueTask<RankerLookup> FindAsync(ShopId shop, ModelId model, CancellationToken cancellationToken) =>
        await Ready(shop, model).WaitAsync(cancellationToken);

    private Task<RankerLookup> Ready(ShopId shop, ModelId model)
    {
        lock (_lock)
        {
            for (var node = _ready.First; node is not null; node = node.Next)
            {
                if (node.Value.Shop == shop && node.Value.Model == model)
                {
                    _ready.Remove(node);
                    if (node.Value.Ranker is { IsFaulted: false, IsCanceled: false })
                    {
                        _ready.AddFirst(node);
                        return node.Value.Ranker;
                    }

                    break;
                }
            }

            // Whoever asks first loads for all.
            var loading = Task.Run(() => LoadAsync(shop, model));
            _ = loading.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            _ready.AddFirst((shop, model, loading));
            if (_ready.Count > MostReady)
            {
                _ready.RemoveLast();
            }

            return loading;
        }
    }

    private async Task<RankerLookup> LoadAsync(ShopId shop, ModelId model)
    {
        try
        {
            var manifest = await _models.FindManifestAsync(BlobLayout.ModelManifest(shop, model), CancellationToken.None);
            if (manifest?.Files.FirstOrDefault(file => string.Equals(file.Name, ModelFiles.Ranker, StringComparison.Ordinal)) is not { } file)
            {
                return new RankerLookup(null, $"Model {model} names no {ModelFiles.Ranker}, though its order was learned.");
            }

            if (file.Length > RankerFile.MaxBytes)
            {
                return new RankerLookup(null, $"{ModelFiles.Ranker} has {file.Length} bytes; expected {RankerFile.MaxBytes} at most.");
            }

            await using var content = await _models.ReadFileAsync(manifest, ModelFiles.Ranker, CancellationToken.None);
            return new RankerLookup(RankerFile.Read(content.GetBuffer().AsSpan(0, (int)content.Length)), null);
        }
        catch (InvalidModelException e)
        {
            return new RankerLookup(null, e.Message);
        }
    }
}

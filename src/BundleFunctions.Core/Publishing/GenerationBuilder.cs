using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Associations;

namespace BundleFunctions.Publishing;

/// <summary>Builds and prices every bundle of a generation.</summary>
internal sealed class GenerationBuilder(GenerationInputs inputs)
{
    private const int ChunkSize = 512;

    private readonly AnchorBundles _anchors = new(
        inputs.Settings, inputs.Catalogue, inputs.Elasticities, inputs.Model.TotalOrders, inputs.AsOf, withSignals: inputs.Model.Order is not null);

    private readonly HomeListBuilder _home = new(inputs.Settings.Bundling.HomeBundles);
    private readonly SortedDictionary<string, int> _prices = new(StringComparer.Ordinal);
    private readonly HashSet<ProductId> _seen = [];
    private int _products;
    private int _bundles;

    /// <summary>Writes the snapshot to <paramref name="output"/> and answers its manifest: the same bytes on any number of threads.</summary>
    /// <exception cref="InvalidDataException">The model contradicts itself.</exception>
    public async Task<GenerationManifest> BuildAsync(
        IAsyncEnumerable<ProductAssociations> associations, MemoryStream output, CancellationToken cancellationToken)
    {
        PublishedList home;
        await using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            await foreach (var chunk in ChunksAsync(associations, cancellationToken))
            {
                var results = new AnchorResult[chunk.Count];
                Parallel.For(0, chunk.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => results[i] = _anchors.Build(chunk[i]));
                foreach (var result in results)
                {
                    Add(gzip, result);
                }
            }

            foreach (var anchor in PinnedAnchors())
            {
                Add(gzip, _anchors.Build(new ProductAssociations(anchor, 0, [], [])));
            }

            home = _home.Build();
            WriteLine(gzip, home);
        }

        return new GenerationManifest
        {
            FormatVersion = GenerationManifest.CurrentFormatVersion,
            Shop = inputs.Model.Shop,
            Generation = inputs.Name,
            Model = inputs.Model.Model,
            ModelId = inputs.Model.ModelId,
            ModelTrainedAt = inputs.Model.TrainedAt,
            Order = inputs.Model.Order,
            Catalogue = inputs.Catalogue.Id,
            Products = _products,
            Bundles = _bundles,
            HomeBundles = home.Bundles.Count,
            Prices = _prices,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(output.GetBuffer().AsSpan(0, (int)output.Length))),
        };
    }

    /// <summary>Anchors of pins that nobody has ordered yet.</summary>
    private IEnumerable<ProductId> PinnedAnchors() => inputs.Settings.Bundling.Constraints.Pins
        .Select(pin => pin.Products[0]).Where(anchor => !_seen.Contains(anchor)).Distinct().Order();

    private void Add(Stream snapshot, AnchorResult result)
    {
        foreach (var code in result.PriceCodes)
        {
            _prices[code] = _prices.GetValueOrDefault(code) + 1;
        }

        if (result.List.Bundles.Count > 0)
        {
            _products++;
            _bundles += result.List.Bundles.Count;
            _home.Add(result.List);
            WriteLine(snapshot, result.List);
        }
    }

    private static void WriteLine(Stream snapshot, PublishedList list)
    {
        snapshot.Write(JsonSerializer.SerializeToUtf8Bytes(list, PublishingJson.Default.PublishedList));
        snapshot.Write("\n"u8);
    }

    private async IAsyncEnumerable<List<ProductAssociations>> ChunksAsync(
        IAsyncEnumerable<ProductAssociations> associations, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<ProductAssociations>(ChunkSize);
        await foreach (var product in associations.WithCancellation(cancellationToken))
        {
            var fault = _seen.Add(product.Product) ? AssociationsCheck.FindFault(product, inputs.Model.TotalOrders) : "it is listed twice.";
            if (fault is not null)
            {
                throw new InvalidDataException($"Model {inputs.Model.ModelId}, product {product.Product}: {fault}");
            }

            chunk.Add(product);
            if (chunk.Count == ChunkSize)
            {
                yield return chunk;
                chunk = new List<ProductAssociations>(ChunkSize);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}

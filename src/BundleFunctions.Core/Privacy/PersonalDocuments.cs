using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Sessions;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>The documents that are kept under a person's pseudonyms.</summary>
internal sealed class PersonalDocuments(IBlobStore blobs, IDocumentStore documents, ShopId shop)
{
    private const int BatchSize = 256;

    /// <summary>Every key that a document of the person's can have: live sessions, and bundles in every generation there is.</summary>
    public async Task<IReadOnlyList<DocumentKey>> KeysAsync(Person person, CancellationToken cancellationToken)
    {
        var generations = new SortedSet<GenerationId>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Generations, $"{shop}/", cancellationToken))
        {
            var segments = entry.Name.Path.Split('/');
            if (segments.Length == 3 && GenerationId.TryParse(segments[1], out var generation))
            {
                generations.Add(generation);
            }
        }

        var history = (await PointerCopy.ReadAsync(blobs, shop, cancellationToken))?.History ?? [];
        generations.UnionWith(history.Select(info => info.Generation));
        var ids = person.Ids.Order().ToArray();
        return
        [
            .. ids.Concat(person.Linked).Distinct().Order().Select(id => LiveSessions.KeyOf(shop, id)),
            .. ids.SelectMany(id => generations.Select(generation => GenerationFiles.User(shop, id, generation))),
        ];
    }

    public async Task DeleteAsync(Person person, CancellationToken cancellationToken)
    {
        foreach (var keys in (await KeysAsync(person, cancellationToken)).Chunk(BatchSize))
        {
            await documents.DeleteManyAsync(keys, cancellationToken);
        }
    }
}

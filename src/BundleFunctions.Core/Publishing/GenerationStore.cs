using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;

namespace BundleFunctions.Publishing;

/// <summary>Makes generation folders: the snapshot first, the manifest last. Until then nothing is visible.</summary>
internal sealed class GenerationStore(IBlobStore blobs, ModelReader models, SnapshotReader snapshots, TransientRetry retry, PublishingOptions options)
{
    /// <summary>The generation of these inputs: the one that stands already, or a new one.</summary>
    /// <exception cref="InvalidModelException">The model cannot be read.</exception>
    /// <exception cref="InvalidDataException">The model contradicts itself.</exception>
    public async Task<GenerationManifest> EnsureAsync(GenerationInputs inputs, CancellationToken cancellationToken)
    {
        var shop = inputs.Model.Shop;
        if (await snapshots.ReadManifestAsync(shop, inputs.Name, cancellationToken) is { } existing)
        {
            return existing;
        }

        return await retry.RunAsync(
            async token =>
            {
                using var snapshot = new MemoryStream();
                var manifest = await new GenerationBuilder(inputs).BuildAsync(models.ReadAssociationsAsync(inputs.Model, token), snapshot, token);
                snapshot.Position = 0;
                await blobs.PutAsync(GenerationFiles.Bundles(shop, inputs.Name), snapshot, BlobCondition.None, token);
                manifest = await AddUsersAsync(inputs, manifest, token);
                await blobs.WriteJsonAsync(
                    GenerationFiles.Manifest(shop, inputs.Name), manifest, PublishingJson.Default.GenerationManifest, BlobCondition.None, token);
                return manifest;
            },
            cancellationToken);
    }

    /// <summary>Writes persons' bundles, where the model ranks products for persons; a shop whose model does not pays nothing.</summary>
    private async Task<GenerationManifest> AddUsersAsync(GenerationInputs inputs, GenerationManifest manifest, CancellationToken cancellationToken)
    {
        if (options.BundlesPerUser == 0 || !inputs.Model.Files.Any(file => string.Equals(file.Name, UserRankings.FileName, StringComparison.Ordinal)))
        {
            return manifest;
        }

        var shop = inputs.Model.Shop;
        var lists = snapshots.ReadListsAsync(shop, inputs.Name, cancellationToken);
        var builder = new UserListBuilder(
            await UserShelf.ReadAsync(lists, options.BundlesPerList, cancellationToken),
            await PeopleFilter.ReadAsync(blobs, shop, cancellationToken),
            inputs.Model.TrainedAt,
            options);
        var users = 0;
        await using var staged = await StagedFile.WriteAsync(
            UserRankings.FileName,
            async output => users = await builder.WriteAsync(new UserRankings(blobs).ReadAsync(inputs.Model, cancellationToken), output, cancellationToken),
            cancellationToken);
        await blobs.PutAsync(GenerationFiles.Users(shop, inputs.Name), staged.Content, BlobCondition.None, cancellationToken);
        return manifest with { Users = users, UsersSha256 = staged.File.Sha256 };
    }
}

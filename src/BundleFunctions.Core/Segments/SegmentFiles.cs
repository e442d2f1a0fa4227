using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Profiles;

namespace BundleFunctions.Segments;

/// <summary>Reads segments, and who is in which, from the shop's newest model.</summary>
public sealed class SegmentFiles(IBlobStore blobs)
{
    /// <summary>Writes the file's bytes.</summary>
    public static void Write(SegmentTable table, Stream stream) => JsonSerializer.Serialize(stream, table, SegmentJson.Default.SegmentTable);

    /// <summary>A model's segments; null where it has none.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged, or not what the manifest says.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task<SegmentTable?> FindAsync(ModelManifest manifest, CancellationToken cancellationToken) => new ModelReader(blobs).FindJsonAsync(
        manifest, ModelFiles.Segments, SegmentJson.Default.SegmentTable, static table => table.IsSound(), cancellationToken);

    /// <summary>The segments of the shop's newest model; null where there are none.</summary>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    public async Task<SegmentTable?> FindNewestAsync(ShopId shop, CancellationToken cancellationToken) =>
        await new ModelReader(blobs).FindNewestAsync(shop, cancellationToken) is { } model ? await FindAsync(model, cancellationToken) : null;

    /// <summary>The name of each user's segment, of all who may be known still; empty where the newest model has no segments.</summary>
    /// <remarks>Memory: about a hundred bytes a profile, of which a shop's settings bound the number.</remarks>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    public async Task<IReadOnlyDictionary<Pseudonym, string>> ReadMembersAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var members = new Dictionary<Pseudonym, string>();
        if (await new ModelReader(blobs).FindNewestAsync(shop, cancellationToken) is not { } model
            || await FindAsync(model, cancellationToken) is not { } table)
        {
            return members;
        }

        await foreach (var profile in new ProfileFiles(blobs).ReadAsync(model, cancellationToken))
        {
            members[profile.User] = table.Of(profile).Name;
        }

        return members;
    }
}

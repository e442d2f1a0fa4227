using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;

namespace BundleFunctions.Profiles;

/// <summary>Profiles as a file of the model folder: <c>profiles.ndjson.gz</c>, a line a person, in ordinal order. Erasure takes lines out of it as it
/// does out of what persons are recommended.</summary>
public sealed class ProfileFiles(IBlobStore blobs)
{
    /// <summary>Writes the file's bytes.</summary>
    public static void Write(IEnumerable<UserProfile> profiles, Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        foreach (var profile in profiles)
        {
            gzip.Write(JsonSerializer.SerializeToUtf8Bytes(profile, ProfileJson.Default.UserProfile));
            gzip.WriteByte((byte)'\n');
        }
    }

    /// <summary>A model's profiles, of all who may be known still; none where it has no such file.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged, or not what the manifest says.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async IAsyncEnumerable<UserProfile> ReadAsync(ModelManifest manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!manifest.Files.Any(file => string.Equals(file.Name, ModelFiles.Profiles, StringComparison.Ordinal)))
        {
            yield break;
        }

        var people = await PeopleFilter.ReadAsync(blobs, manifest.Shop, cancellationToken);
        await using var file = await new ModelReader(blobs).ReadFileAsync(manifest, ModelFiles.Profiles, cancellationToken);
        await using var gzip = OwnGzip.OpenRead(file, file.Length);
        using var lines = new LineReader(gzip);
        while (await lines.ReadAsync(cancellationToken))
        {
            var profile = Parse(lines.Record.Span, manifest, lines.Line);
            if (!people.MustNotKnow(profile.User, manifest.TrainedAt))
            {
                yield return profile;
            }
        }
    }

    /// <summary>One person's profile, under whichever of several names; null where there is none, or the person must not be known.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task<UserProfile?> FindAsync(ModelManifest manifest, IReadOnlyCollection<Pseudonym> names, CancellationToken cancellationToken) =>
        await ReadAsync(manifest, cancellationToken).FirstOrDefaultAsync(profile => names.Contains(profile.User), cancellationToken);

    private static UserProfile Parse(ReadOnlySpan<byte> line, ModelManifest manifest, long number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ProfileJson.Default.UserProfile) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"{ModelFiles.Profiles} of model {manifest.ModelId}, line {number}, is damaged: {e.Message}", e);
        }
    }
}

using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>A person's lines in the files that models and generations keep of persons.</summary>
/// <remarks>The manifest is written before the file: where the process dies in between, the same call writes the same file again.</remarks>
internal sealed class UserFiles(IBlobStore blobs, ShopId shop)
{
    /// <summary>Takes the person out of every model folder.</summary>
    /// <returns>Lines taken out.</returns>
    public async Task<int> EraseFromModelsAsync(Person person, CancellationToken cancellationToken) =>
        await EraseFromModelsAsync(UserRankings.FileName, person, cancellationToken) + await EraseFromModelsAsync(ModelFiles.Profiles, person, cancellationToken);

    private Task<int> EraseFromModelsAsync(string fileName, Person person, CancellationToken cancellationToken) => EraseAsync(
        BlobLayout.Models,
        fileName,
        person,
        async (manifestName, file, users) =>
        {
            if (await blobs.ReadJsonAsync(manifestName, ModelJson.Default.ModelManifest, cancellationToken) is { } manifest)
            {
                var files = manifest.Value.Files.Select(known => string.Equals(known.Name, file.Name, StringComparison.Ordinal) ? file : known);
                await blobs.WriteJsonAsync(
                    manifestName, manifest.Value with { Files = [.. files] }, ModelJson.Indented.ModelManifest, BlobCondition.Matches(manifest.ETag), cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Takes the person out of every generation's snapshot.</summary>
    /// <returns>Lines taken out.</returns>
    public Task<int> EraseFromGenerationsAsync(Person person, CancellationToken cancellationToken) => EraseAsync(
        BlobLayout.Generations,
        UserRankings.FileName,
        person,
        async (manifestName, file, users) =>
        {
            if (await blobs.ReadJsonAsync(manifestName, PublishingJson.Default.GenerationManifest, cancellationToken) is { } manifest)
            {
                await blobs.WriteJsonAsync(
                    manifestName,
                    manifest.Value with { Users = users, UsersSha256 = file.Sha256 },
                    PublishingJson.Default.GenerationManifest,
                    BlobCondition.Matches(manifest.ETag),
                    cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>The lines of every such file that are the person's.</summary>
    public async IAsyncEnumerable<(BlobName File, string Line)> TellAsync(
        string container, Person person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var name in FilesAsync(container, [UserRankings.FileName, ModelFiles.Profiles], cancellationToken))
        {
            var found = new List<string>();
            await FilterAsync(name, person, Stream.Null, found.Add, cancellationToken);
            foreach (var line in found)
            {
                yield return (name, line);
            }
        }
    }

    private async Task<int> EraseAsync(
        string container, string fileName, Person person, Func<BlobName, ModelFile, int, Task> writeManifest, CancellationToken cancellationToken)
    {
        var total = 0;
        await foreach (var name in FilesAsync(container, [fileName], cancellationToken))
        {
            var (kept, erased) = (0, 0);
            await using var staged = await StagedFile.WriteAsync(
                fileName,
                async output =>
                {
                    await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
                    (kept, erased) = await FilterAsync(name, person, gzip, found: null, cancellationToken);
                },
                cancellationToken);
            if (erased > 0)
            {
                await writeManifest(new BlobName(container, name.Path[..^fileName.Length] + ModelFiles.Manifest), staged.File, kept);
                await blobs.PutAsync(name, staged.Content, BlobCondition.None, cancellationToken);
                total += erased;
            }
        }

        return total;
    }

    private async IAsyncEnumerable<BlobName> FilesAsync(
        string container, string[] fileNames, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = await blobs.ListAsync(container, $"{shop}/", cancellationToken).ToListAsync(cancellationToken);
        foreach (var entry in entries.Where(entry => Array.Exists(fileNames, file => entry.Name.Path.EndsWith($"/{file}", StringComparison.Ordinal))))
        {
            yield return entry.Name;
        }
    }

    private async Task<(int Kept, int Erased)> FilterAsync(
        BlobName name, Person person, Stream output, Action<string>? found, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(name, cancellationToken);
        if (blob is null)
        {
            return (0, 0);
        }

        var (kept, erased) = (0, 0);
        await using var text = OwnGzip.OpenRead(blob.Content, blob.Entry.Length);
        using var lines = new LineReader(text);
        while (await lines.ReadAsync(cancellationToken))
        {
            if (person.Ids.Contains(UserOf(lines.Record.Span)))
            {
                found?.Invoke(System.Text.Encoding.UTF8.GetString(lines.Record.Span));
                erased++;
            }
            else
            {
                await output.WriteAsync(lines.Record, cancellationToken);
                output.WriteByte((byte)'\n');
                kept++;
            }
        }

        return (kept, erased);
    }

    /// <summary>The first text of the line that is a pseudonym: both formats name their person first.</summary>
    private static Pseudonym UserOf(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.String)
            {
                return Pseudonym.TryParse(json.GetString(), out var user) ? user : default;
            }
        }

        return default;
    }
}

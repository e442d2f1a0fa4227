using System.Runtime.CompilerServices;
using System.Text.Json;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Associations;

/// <summary>Reads what a model expects each person to want. Lines <c>{"user":"32 hex","products":[["id",score],...],"owned":["id",...]}</c>
/// in ordinal order of the users, <c>owned</c> where known.</summary>
public sealed class UserRankings(IBlobStore blobs)
{
    /// <summary>The file's name in the model folder.</summary>
    public const string FileName = "users.ndjson.gz";

    /// <summary>Products of one line.</summary>
    public const int MaxProducts = 50;

    /// <summary>The model's lines, one by one; none where it has no such file. Length and hash can only be known at the end: what a reader
    /// makes of the lines counts only when the enumeration has ended without an exception.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged, or not what the manifest says.</exception>
    public async IAsyncEnumerable<UserRanking> ReadAsync(ModelManifest manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (manifest.Files.FirstOrDefault(file => string.Equals(file.Name, FileName, StringComparison.Ordinal)) is not { } file)
        {
            yield break;
        }

        var name = BlobLayout.ModelFile(manifest.Shop, manifest.ModelId, FileName);
        await using var blob = await blobs.OpenAsync(name, cancellationToken)
            ?? throw new InvalidModelException($"{name} is missing; its manifest names it.");
        await using var verifying = new VerifyingStream(blob.Content, file, name.ToString());
        await using var gzip = OwnGzip.OpenRead(verifying, file.Length);
        using var lines = new LineReader(gzip);
        Pseudonym? last = null;
        while (await NextAsync(lines, name, cancellationToken) is { } ranking)
        {
            if (last is { } previous && previous.CompareTo(ranking.User) >= 0)
            {
                throw new InvalidModelException($"{name}, line {lines.Line}: a user stands out of order; expected ordinal order.");
            }

            last = ranking.User;
            yield return ranking;
        }

        await verifying.VerifyAsync(cancellationToken);
    }

    // An iterator cannot yield inside a catch, so the catch stands here.
    private static async Task<UserRanking?> NextAsync(LineReader lines, BlobName name, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadAsync(cancellationToken) ? Parse(lines.Record.Span) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or InvalidDataException)
        {
            throw new InvalidModelException($"{name}, line {lines.Line}, is damaged: {e.Message}", e);
        }
    }

    private static UserRanking Parse(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        Pseudonym? user = null;
        List<ProductId> products = [];
        List<ProductId> owned = [];
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("user"u8))
            {
                json.Read();
                user = Identifier.Parse<Pseudonym>(json.GetString());
            }
            else if (json.ValueTextEquals("products"u8))
            {
                ReadIds(ref json, products);
            }
            else if (json.ValueTextEquals("owned"u8))
            {
                ReadIds(ref json, owned);
            }
            else
            {
                json.Skip();
            }
        }

        return user is { } person
            ? new UserRanking(person, products.Count <= MaxProducts ? products : products[..MaxProducts], owned)
            : throw new JsonException("expected a user.");
    }

    /// <summary>Reads the texts of an array, and the first of each array within it: the order is what counts, not the scores.</summary>
    private static void ReadIds(ref Utf8JsonReader json, List<ProductId> ids)
    {
        var start = json.CurrentDepth;
        while (json.Read() && !(json.TokenType == JsonTokenType.EndArray && json.CurrentDepth == start))
        {
            if (json.TokenType == JsonTokenType.String)
            {
                ids.Add(Identifier.Parse<ProductId>(json.GetString()));
            }
        }
    }
}

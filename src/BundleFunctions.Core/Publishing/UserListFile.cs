using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using BundleFunctions.Intake;
using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Lines <c>{"u":"32 hex","b":[["product",place,score],...]}</c> in ordinal order of the users, gzip.</summary>
internal static class UserListFile
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(UserList list, ArrayBufferWriter<byte> line)
    {
        using (var json = new Utf8JsonWriter(line, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("u"u8, list.User.Value);
            json.WriteStartArray("b"u8);
            foreach (var (product, position, score) in list.Bundles)
            {
                json.WriteStartArray();
                json.WriteStringValue(product.Value);
                json.WriteNumberValue(position);
                json.WriteNumberValue(score);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        line.Write("\n"u8);
    }

    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    public static async IAsyncEnumerable<UserList> ReadAsync(
        IBlobStore blobs, BlobName name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(name, cancellationToken) ?? throw new InvalidDataException($"{name} is missing.");
        await using var gzip = OwnGzip.OpenRead(blob.Content, blob.Entry.Length);
        using var lines = new LineReader(gzip);
        while (await lines.ReadAsync(cancellationToken))
        {
            yield return Parse(lines.Record.Span, name, lines.Line);
        }
    }

    private static UserList Parse(ReadOnlySpan<byte> line, BlobName name, long number)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            var bundles = new List<(ProductId Product, int Position, float Score)>();
            Expect(ref json, JsonTokenType.StartObject);
            Expect(ref json, JsonTokenType.PropertyName);
            Expect(ref json, JsonTokenType.String);
            var user = Identifier.Parse<Pseudonym>(json.GetString());
            Expect(ref json, JsonTokenType.PropertyName);
            Expect(ref json, JsonTokenType.StartArray);
            while (json.Read() && json.TokenType == JsonTokenType.StartArray)
            {
                Expect(ref json, JsonTokenType.String);
                var product = Identifier.Parse<ProductId>(json.GetString());
                Expect(ref json, JsonTokenType.Number);
                var position = json.GetInt32();
                Expect(ref json, JsonTokenType.Number);
                bundles.Add((product, position, json.GetSingle()));
                Expect(ref json, JsonTokenType.EndArray);
            }

            return new UserList(user, bundles);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"{name}, line {number}, is damaged: {e.Message}", e);
        }
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type)
        {
            throw new JsonException($"expected {type}, found {json.TokenType}.");
        }
    }
}

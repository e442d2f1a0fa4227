using System.Buffers;
using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Azure;

/// <summary>A document as it lies in Cosmos: <c>{ id, pk, body, ttl?, write? }</c>.</summary>
internal static class CosmosItem
{
    /// <summary>The document as an item.</summary>
    /// <param name="document">Its body must be JSON.</param>
    /// <param name="writeToken">Tells this write from others of an equal document; null where nobody will ask.</param>
    public static byte[] Write(Document document, string? writeToken)
    {
        var buffer = new ArrayBufferWriter<byte>(document.Body.Length + 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", CosmosId.From(document.Key.Id));
            json.WriteString("pk", document.Key.Partition);
            json.WritePropertyName("body");
            json.WriteRawValue(document.Body.Span);
            if (document.TimeToLive is { } time)
            {
                // Cosmos counts whole seconds from 1.
                json.WriteNumber("ttl", (int)Math.Clamp(Math.Ceiling(time.TotalSeconds), 1, int.MaxValue));
            }

            if (writeToken is not null)
            {
                json.WriteString("write", writeToken);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The body and the write token of an item.</summary>
    /// <exception cref="JsonException">It is no JSON object, or holds no body.</exception>
    public static (ReadOnlyMemory<byte> Body, string? WriteToken) Read(ReadOnlyMemory<byte> item)
    {
        ReadOnlyMemory<byte>? body = null;
        string? token = null;
        var reader = new Utf8JsonReader(item.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isBody = reader.ValueTextEquals("body"u8);
            var isToken = reader.ValueTextEquals("write"u8);
            reader.Read();
            if (isBody)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                body = item[start..(int)reader.BytesConsumed];
            }
            else if (isToken && reader.TokenType == JsonTokenType.String)
            {
                token = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return (body ?? throw new JsonException("The item has no 'body'."), token);
    }
}

using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake;

/// <summary>An event's canonical bytes, and the id that they give it.</summary>
internal static class EventContent
{
    private const int IdDigits = 32;

    /// <summary>The id of an event that came without one: the first 128 bits of the SHA-256 of its canonical bytes, so that the same
    /// event has the same id wherever it turns up. It is taken over pseudonyms, so it gives no personal id away.</summary>
    public static EventId DeriveId(ShopEvent withoutId)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(withoutId with { EventId = default }, LakeJson.Lines.ShopEvent));
        return Identifier.Parse<EventId>(string.Concat("c-", Convert.ToHexStringLower(hash).AsSpan(0, IdDigits)));
    }

    /// <summary>Writes an event's canonical line, line end included.</summary>
    public static void WriteLine(ShopEvent shopEvent, Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer)
    {
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, shopEvent, LakeJson.Lines.ShopEvent);
        writer.Flush();
        buffer.Write("\n"u8);
    }
}

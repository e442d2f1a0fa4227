using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake;

/// <summary>The id that an event's canonical bytes give it.</summary>
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
}

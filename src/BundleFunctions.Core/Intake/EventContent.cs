using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake;

/// <summary>The id that an event's canonical bytes give it.</summary>
internal static class EventContent
{
    /// <summary>Characters of a derived id.</summary>
    public const int IdLength = 2 + (2 * IdBytes);

    private const int IdBytes = 16;

    /// <summary>The id of an event that came without one: the first 128 bits of the SHA-256 of its canonical bytes, so that the same
    /// event has the same id wherever it turns up. It is taken over pseudonyms, so it gives no personal id away.</summary>
    public static EventId DeriveId(ShopEvent withoutId)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(withoutId with { EventId = default }, LakeJson.Lines.ShopEvent));
        Span<byte> id = stackalloc byte[IdLength];
        WriteId(hash, id);
        return Identifier.Parse<EventId>(Encoding.ASCII.GetString(id));
    }

    /// <summary>Writes the id that a SHA-256 gives, <see cref="IdLength"/> characters of ASCII.</summary>
    public static void WriteId(ReadOnlySpan<byte> hash, Span<byte> id)
    {
        "c-"u8.CopyTo(id);
        Convert.TryToHexStringLower(hash[..IdBytes], id[2..], out _);
    }
}

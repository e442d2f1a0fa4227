using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Security;

namespace BundleFunctions.Privacy;

/// <summary>Keeps identifiers for as long as an erasure takes, encrypted (AES-256-GCM, NIST SP 800-38D) under a key of the shop's own.</summary>
internal static class SealedIdentifiers
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Purpose = "erasure";

    public static string Seal(PersonIdentifiers identifiers, ShopId shop, Pseudonymizer pseudonymizer)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(identifiers, PrivacyJson.Default.PersonIdentifiers);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(pseudonymizer.DeriveKey(Purpose, shop), TagBytes);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="InvalidDataException">It was sealed under another key, or was changed.</exception>
    public static PersonIdentifiers Open(string text, ShopId shop, Pseudonymizer pseudonymizer)
    {
        Exception? fault = null;
        foreach (var key in pseudonymizer.DeriveKeys(Purpose, shop))
        {
            try
            {
                return Open(text, key);
            }
            catch (Exception e) when (e is CryptographicException or FormatException or OverflowException or JsonException)
            {
                fault = e;
            }
        }

        throw new InvalidDataException("An erasure's identifiers cannot be opened: sealed under another key, or changed.", fault);
    }

    private static PersonIdentifiers Open(string text, byte[] key)
    {
        var sealedBytes = Convert.FromBase64String(text).AsSpan();
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), plain);
        return JsonSerializer.Deserialize(plain, PrivacyJson.Default.PersonIdentifiers)!;
    }
}

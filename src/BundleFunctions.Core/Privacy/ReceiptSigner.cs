using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BundleFunctions.Security;

namespace BundleFunctions.Privacy;

/// <summary>Signs receipts of erasures and tells whether one was changed: HMAC-SHA256 (RFC 2104) under a key of the shop's own.</summary>
public sealed class ReceiptSigner(Pseudonymizer pseudonymizer)
{
    private const string Algorithm = "HMAC-SHA256";

    public SignedReceipt Sign(ErasureReceipt receipt) => new(receipt, Algorithm, Convert.ToHexStringLower(Mac(receipt)));

    /// <summary>Checks a receipt as it was given out; white space and the order of its fields do not matter.</summary>
    /// <param name="json">The signed receipt.</param>
    public ReceiptCheck Verify(ReadOnlySpan<byte> json)
    {
        SignedReceipt? signed;
        try
        {
            signed = JsonSerializer.Deserialize(json, PrivacyJson.Default.SignedReceipt);
        }
        catch (JsonException e)
        {
            return new ReceiptCheck(IsValid: false, null, $"It is no receipt: {e.Message}");
        }

        if (signed is null || !string.Equals(signed.Algorithm, Algorithm, StringComparison.Ordinal))
        {
            return new ReceiptCheck(IsValid: false, signed?.Receipt, $"It is signed by '{signed?.Algorithm}'; expected {Algorithm}.");
        }

        var presented = Encoding.ASCII.GetBytes(signed.Signature);
        return CryptographicOperations.FixedTimeEquals(presented, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Mac(signed.Receipt))))
            ? new ReceiptCheck(IsValid: true, signed.Receipt, null)
            : new ReceiptCheck(IsValid: false, signed.Receipt, "Its signature does not fit: it was changed, or signed under another key.");
    }

    /// <summary>Whether every one of these identifiers is among those that the receipt is for.</summary>
    public bool IsFor(ErasureReceipt receipt, PersonIdentifiers identifiers) =>
        new Person(receipt.Shop, identifiers, pseudonymizer).Given.All(person => receipt.Subjects.Contains(PersonMark.Of(person), StringComparer.Ordinal));

    private byte[] Mac(ErasureReceipt receipt) => HMACSHA256.HashData(
        pseudonymizer.DeriveKey("receipt", receipt.Shop), JsonSerializer.SerializeToUtf8Bytes(receipt, PrivacyJson.Default.ErasureReceipt));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BundleFunctions.Security;

namespace BundleFunctions.Privacy;

/// <summary>Signs receipts of erasures and tells whether one was changed: HMAC-SHA256 (RFC 2104) under a key of the shop's own.</summary>
public sealed class ReceiptSigner(Pseudonymizer pseudonymizer)
{
    private const string Algorithm = "HMAC-SHA256";
    private const string Purpose = "receipt";

    public SignedReceipt Sign(ErasureReceipt receipt) => new(receipt, Algorithm, Convert.ToHexStringLower(Mac(receipt, pseudonymizer.DeriveKey(Purpose, receipt.Shop))));

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
        return pseudonymizer.DeriveKeys(Purpose, signed.Receipt.Shop).Any(key =>
            CryptographicOperations.FixedTimeEquals(presented, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Mac(signed.Receipt, key)))))
            ? new ReceiptCheck(IsValid: true, signed.Receipt, null)
            : new ReceiptCheck(IsValid: false, signed.Receipt, "Its signature does not fit: it was changed, or signed under another key.");
    }

    /// <summary>Whether every one of these identifiers is among those that the receipt is for, under the keys that the ring had then.</summary>
    public bool IsFor(ErasureReceipt receipt, PersonIdentifiers identifiers) =>
        Names(receipt.Shop, identifiers).All(names => names.Any(name => receipt.Subjects.Contains(PersonMark.Of(name), StringComparer.Ordinal)));

    private IEnumerable<IReadOnlyList<Pseudonym>> Names(ShopId shop, PersonIdentifiers identifiers) =>
        new[] { (PseudonymKind.User, identifiers.UserIds), (PseudonymKind.Visitor, identifiers.VisitorIds), (PseudonymKind.Session, identifiers.SessionIds) }
            .SelectMany(ids => ids.Item2.Select(id => pseudonymizer.CreateAll(ids.Item1, shop, id)));

    private static byte[] Mac(ErasureReceipt receipt, byte[] key) => HMACSHA256.HashData(
        key, JsonSerializer.SerializeToUtf8Bytes(receipt, PrivacyJson.Default.ErasureReceipt));
}

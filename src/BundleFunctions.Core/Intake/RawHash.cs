using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Ports;

namespace BundleFunctions.Intake;

/// <summary>Names raw content together with the rules it is read by.</summary>
internal static class RawHash
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Reads the blob to its end. 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="StoreException">The blob ended before its length.</exception>
    public static async Task<string> ContentKeyAsync(BlobContent blob, string rules, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = 0L;
            int read;
            while ((read = await blob.Content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                length += read;
            }

            // A short file must never be taken for a whole one.
            if (length != blob.Entry.Length)
            {
                throw new StoreException($"{blob.Entry.Name} gave {length} of its {blob.Entry.Length} bytes.", isTransient: true);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        hash.AppendData(Encoding.UTF8.GetBytes($"\n{rules}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

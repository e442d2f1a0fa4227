using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Lake;

/// <summary>Makes a lake look as it did before its parts were Parquet.</summary>
internal static class OldLake
{
    /// <summary>Replaces every part of every commit by gzip NDJSON.</summary>
    public static async Task TurnBackAsync(Porch porch)
    {
        var reader = new LakePartReader(porch.Blobs);
        await foreach (var entry in porch.Blobs.ListAsync(BlobLayout.Ledger, LakePaths.CommitPrefix(Porch.Shop), default))
        {
            var (commit, etag) = (await porch.Blobs.ReadJsonAsync(entry.Name, LakeJson.Default.LakeCommit, default))!.Value;
            var parts = new List<LakePart>();
            foreach (var part in commit.Parts)
            {
                var columns = new EventColumns(new TextTable());
                await reader.ReadAsync(part, columns, EventFields.All, default);
                parts.Add(await WriteAsync(porch, part, PartCodecTests.Events(columns)));
                await porch.Blobs.DeleteAsync(new BlobName(BlobLayout.Lake, part.Path), null, default);
            }

            await porch.Blobs.WriteJsonAsync(
                entry.Name, commit with { Parts = parts }, LakeJson.Default.LakeCommit, BlobCondition.Matches(etag), default);
        }
    }

    private static async Task<LakePart> WriteAsync(Porch porch, LakePart part, List<ShopEvent> events)
    {
        var content = new MemoryStream();
        await using (var gzip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var shopEvent in events)
            {
                gzip.Write(JsonSerializer.SerializeToUtf8Bytes(shopEvent, LakeJson.Lines.ShopEvent));
                gzip.WriteByte((byte)'\n');
            }
        }

        var path = part.Path.Replace(".parquet", ".ndjson.gz", StringComparison.Ordinal);
        await porch.DropAsync(new BlobName(BlobLayout.Lake, path), content.ToArray());
        return part with { Path = path, Length = content.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.ToArray())) };
    }
}

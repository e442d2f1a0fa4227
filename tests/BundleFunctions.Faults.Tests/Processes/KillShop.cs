using System.Globalization;
using System.IO.Compression;
using System.Text;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>A shop in a folder whose files are delivered twice, in any order, by processes that may die.</summary>
internal static class KillShop
{
    private const int MergeAfter = 4;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Drops the shop's raw files: two that overlap, one of them again under another name, CSV, and one with bad lines.</summary>
    public static async Task DropAsync(IBlobStore blobs)
    {
        var random = new Random(7);
        var json = Enumerable.Range(0, 60).Select(i => EventSamples.Json(random, string.Create(CultureInfo.InvariantCulture, $"e{i}"))).ToList();
        var rows = Enumerable.Range(0, 20).Select(i => EventSamples.Row(random, string.Create(CultureInfo.InvariantCulture, $"r{i}"))).ToList();
        await DropAsync(blobs, "first.ndjson", Text(json.Take(40)));
        await DropAsync(blobs, "overlap.ndjson.gz", Gzip(Text(json.Skip(25))));
        await DropAsync(blobs, "copy of first.json", Text(json.Take(40)));
        await DropAsync(blobs, "rows.csv", Text(rows.Prepend(EventSamples.Header)));
        await DropAsync(blobs, "bad.ndjson", Text(json.Take(3).Append("{broken").Append("[]")));
    }

    /// <summary>Delivers every file twice, in an order of chance, and merges the lake's parts twice in between.</summary>
    /// <returns>Durable steps that this took.</returns>
    public static async Task<int> DeliverAsync(string root, int seed, int killAt, KillMoment moment)
    {
        var clock = new ManualClock(Now);
        var blobs = new KillingBlobStore(new FolderBlobStore(root, clock), killAt, moment);
        var intake = new EventIntake(blobs, new ShopDirectory(blobs), Porch.Pseudonymizer, new CsvRows(), clock);
        var names = new List<BlobName>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Events, "", default))
        {
            names.AddRange([entry.Name, entry.Name]);
        }

        new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(names));
        for (var i = 0; i < names.Count; i++)
        {
            await intake.IngestAsync(names[i], default);
            if (i % MergeAfter == MergeAfter - 1)
            {
                await new LakeCompactor(blobs, clock).CompactAllAsync(Porch.Shop, TimeSpan.FromDays(1), default);
            }
        }

        return blobs.Steps;
    }

    /// <summary>Merges all that is there an hour later, and deletes what counts no more an hour after that: nobody else is at work.</summary>
    public static async Task CompactAsync(string root)
    {
        var clock = new ManualClock(Now);
        for (var hour = 1; hour <= 2; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await new LakeCompactor(new FolderBlobStore(root, clock), clock).CompactAllAsync(Porch.Shop, TimeSpan.Zero, default);
        }
    }

    /// <summary>What the lake gives.</summary>
    public static async Task<List<string>> ReadAsync(string root) =>
        FuzzReport.Texts(await new LakeReader(new FolderBlobStore(root, TimeProvider.System)).ReadAsync(Porch.Shop, default).ToListAsync());

    /// <summary>How many events the lake gives.</summary>
    public static ValueTask<long> CountAsync(string root) =>
        new LakeReader(new FolderBlobStore(root, TimeProvider.System)).ReadAsync(Porch.Shop, default).LongCountAsync();

    /// <summary>The bytes of all blobs of these containers, without reports: of two blobs with one content they name the one that came first.</summary>
    public static async Task<SortedDictionary<string, string>> BytesAsync(string root, params string[] containers)
    {
        var blobs = new FolderBlobStore(root, TimeProvider.System);
        var bytes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var container in containers)
        {
            await foreach (var entry in blobs.ListAsync(container, "", default).Where(entry => !entry.Name.Path.EndsWith(".report.json", StringComparison.Ordinal)))
            {
                await using var blob = (await blobs.OpenAsync(entry.Name, default))!;
                using var content = new MemoryStream();
                await blob.Content.CopyToAsync(content);
                bytes.Add(entry.Name.ToString(), Convert.ToBase64String(content.ToArray()));
            }
        }

        return bytes;
    }

    private static Task DropAsync(IBlobStore blobs, string file, byte[] content) =>
        blobs.PutAsync(Porch.Raw(file), new MemoryStream(content), BlobCondition.None, default);

    private static byte[] Text(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static byte[] Gzip(byte[] text)
    {
        using var folded = new MemoryStream();
        using (var gzip = new GZipStream(folded, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return folded.ToArray();
    }
}

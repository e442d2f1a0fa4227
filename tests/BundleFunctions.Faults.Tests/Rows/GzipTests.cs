using System.IO.Compression;
using System.Text;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>Gzip that is more, or less, than one whole member.</summary>
[Collection(MemoryCollection.Name)]
public sealed class GzipTests
{
    private readonly Porch _porch = new(new CsvRows());

    [Fact]
    public async Task Ingest_SecondMemberCutShort_IsRefusedWholeAndComesInOnceItIsWhole()
    {
        byte[] whole = [.. Gzip(Lines("a", 20)), .. Gzip(Lines("b", 2000))];

        (await _porch.IngestAsync("a.gz", whole[..^900])).Rejected.Keys.ShouldBe([RejectCodes.GzipCorrupt]);
        (await _porch.EventsAsync()).ShouldBeEmpty();
        (await _porch.Reconciler().ReconcileAsync(default)).Events.ShouldHaveSingleItem().Status.ShouldBe(IntakeStatus.Refused);

        (await _porch.IngestAsync("a.gz", whole)).Accepted.ShouldBe(2020);
        (await _porch.Reconciler().ReconcileAsync(default)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_SecondMemberWithWrongChecksum_IsRefusedWhole()
    {
        byte[] wrong = [.. Gzip(Lines("a", 20)), .. Gzip(Lines("b", 20))];
        wrong[^5] ^= 1;

        (await _porch.IngestAsync("a.gz", wrong)).Rejected.Keys.ShouldBe([RejectCodes.GzipCorrupt]);
        (await _porch.StateAsync(BlobLayout.Lake)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_MemberThatEndsWithinALine_IsReadOnInTheNext()
    {
        var text = Lines("a", 30);

        (await _porch.IngestAsync("a.gz", [.. Gzip(text[..777]), .. Gzip([]), .. Gzip(text[777..])])).Accepted.ShouldBe(30);
    }

    [Fact]
    public async Task Ingest_BombInTheSecondMember_IsRefusedInFlatMemory()
    {
        byte[] bomb = [.. Gzip(Lines("a", 5)), .. Gzip(new byte[64 * 1024 * 1024], CompressionLevel.SmallestSize)];

        var before = GC.GetTotalAllocatedBytes();
        (await _porch.IngestAsync("a.gz", bomb)).Rejected.Keys.ShouldBe([RejectCodes.GzipTooLarge]);

        // All that was ever asked for, so the most that was ever held.
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(48L * 1024 * 1024);
        (await _porch.StateAsync(BlobLayout.Lake)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_MisnamedFiles_AreToldApartByTheirContent()
    {
        (await _porch.IngestAsync("csv.json", Text($"{EventSamples.Header}\n{EventSamples.Row(new Random(1), "c")}\n"))).Accepted.ShouldBe(1);
        (await _porch.IngestAsync("ndjson.csv.gz", Lines("n", 2))).Accepted.ShouldBe(2);
        (await _porch.IngestAsync("gzip.txt", Gzip(Lines("g", 2)))).Accepted.ShouldBe(2);
        (await _porch.IngestAsync("picture.ndjson", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])).Status.ShouldBe(IntakeStatus.Refused);
        (await _porch.IngestAsync("archive.ndjson", "PK\u0003\u0004 not ours"u8.ToArray())).Status.ShouldBe(IntakeStatus.Refused);
    }

    private static byte[] Lines(string prefix, int count)
    {
        var random = new Random(5);
        return Text(string.Concat(Enumerable.Range(0, count).Select(i => EventSamples.Json(random, $"{prefix}{i}") + "\n")));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var folded = new MemoryStream();
        using (var gzip = new GZipStream(folded, level))
        {
            gzip.Write(content);
        }

        return folded.ToArray();
    }
}

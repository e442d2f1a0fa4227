using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

public sealed class FolderBlobStoreTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-folder-");
    private readonly ManualClock _clock = new();
    private readonly FolderBlobStore _store;

    public FolderBlobStoreTests() => _store = new FolderBlobStore(_root.FullName, _clock);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Put_PlainName_LiesUnderItsOwnName()
    {
        await PutAsync("shop/day=2026-01-01/part-1.ndjson.gz", "x");

        File.Exists(Path.Combine(_root.FullName, "events", "shop", "day=2026-01-01", "part-1.ndjson.gz")).ShouldBeTrue();
    }

    [Fact]
    public async Task Put_ClockStandsStillOrGoesBack_ETagsStillDiffer()
    {
        var etags = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 10; i++)
        {
            etags.Add((await new FolderBlobStore(_root.FullName, _clock).PutAsync(new("events", "v"), Text("same"), BlobCondition.None, default))!.ETag);
            _clock.Advance(TimeSpan.FromSeconds(i % 2 == 0 ? 0 : -30));
        }

        etags.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Put_SourceFailsHalfWay_LeavesTheOldVersionAndNothingStaged()
    {
        var before = await PutAsync("v", "old");

        await Should.ThrowAsync<StoreException>(() => _store.PutAsync(new("events", "v"), new BrokenStream(), BlobCondition.None, default));

        (await _store.FindAsync(new("events", "v"), default)).ShouldBe(before);
        Directory.GetFiles(Path.Combine(_root.FullName, ".staging")).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_TruncatedStagingFile_IsInvisibleAndSweptAfterADay()
    {
        await PutAsync("v", "x");
        var left = Path.Combine(_root.FullName, ".staging", "left-by-a-dead-process");
        await File.WriteAllTextAsync(left, "half a bl");
        File.SetLastWriteTimeUtc(left, _clock.GetUtcNow().UtcDateTime.AddHours(-25));

        (await ListAsync()).ShouldBe(["v"]);
        await new FolderBlobStore(_root.FullName, _clock).PutAsync(new("events", "w"), Text("x"), BlobCondition.None, default);

        File.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public async Task List_FilesThatAPersonCopiedIn_AreBlobsUnderTheirNames()
    {
        var folder = _root.CreateSubdirectory(Path.Combine("events", "default", "2024.Q1"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Orders (final) \u00fc.CSV"), "a,b");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "orders"), "c");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".DS_Store"), "not ours");

        (await ListAsync()).ShouldBe(["default/2024.Q1/Orders (final) \u00fc.CSV", "default/2024.Q1/orders"]);
        (await ListAsync()).Count.ShouldBe(2);
        await using var blob = (await _store.OpenAsync(new("events", "default/2024.Q1/Orders (final) \u00fc.CSV"), default))!;
        (await new StreamReader(blob.Content).ReadToEndAsync()).ShouldBe("a,b");
    }

    [Fact]
    public async Task List_SegmentsLongerThanAFileName_KeepTheOrderOfTheirPaths()
    {
        var paths = new List<string>();
        foreach (var length in new[] { 166, 167, 168, 169, 336, 337, 500 })
        {
            foreach (var end in new[] { "", "!", "/x", "-", ".x", "z/y", "\u00e4" })
            {
                paths.Add(new string('a', length) + end);
                await PutAsync(paths[^1], "x");
            }
        }

        (await ListAsync()).ShouldBe(paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Read_FileCutShortMeanwhile_ThrowsAndNeverEndsEarly()
    {
        await PutAsync("v.txt", new string('x', 100_000));
        await using var blob = (await _store.OpenAsync(new("events", "v.txt"), default))!;
        await using (var file = new FileStream(Path.Combine(_root.FullName, "events", "v.txt"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(10);
        }

        (await Should.ThrowAsync<StoreException>(() => blob.Content.CopyToAsync(Stream.Null))).Message.ShouldContain("10 of 100000");
    }

    [Fact]
    public async Task Put_RootIsAFile_IsAStoreExceptionThatNamesTheBlob()
    {
        var file = Path.Combine(_root.FullName, "a-file");
        await File.WriteAllTextAsync(file, "x");

        var failure = await Should.ThrowAsync<StoreException>(
            () => new FolderBlobStore(file, _clock).PutAsync(new("events", "v"), Text("x"), BlobCondition.None, default));

        failure.IsTransient.ShouldBeFalse();
        failure.Message.ShouldContain("events/v");
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private Task<BlobEntry?> PutAsync(string path, string text) => _store.PutAsync(new("events", path), Text(text), BlobCondition.None, default);

    private async Task<List<string>> ListAsync()
    {
        var paths = new List<string>();
        await foreach (var entry in _store.ListAsync("events", "", default))
        {
            paths.Add(entry.Name.Path);
        }

        return paths;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            destination.Write(new byte[100_000]);
            throw new IOException("The source broke.");
        }
    }
}

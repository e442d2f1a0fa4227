using System.Globalization;
using System.Text;
using BundleFunctions.Ports;
using Shouldly;

namespace BundleFunctions.Testing;

/// <summary>What every <see cref="IBlobStore"/> owes. A concrete class gives a store; each test works in a container of its own.</summary>
public abstract partial class BlobStoreContract
{
    /// <summary>The store under test.</summary>
    protected abstract IBlobStore Store { get; }

    /// <summary>A second store on the same data, as another process would open it.</summary>
    protected abstract IBlobStore OpenAgain();

    /// <summary>A container that no other test uses.</summary>
    protected string Container { get; } = UniqueName.Next("c");

    /// <summary>How many blobs the long listing holds.</summary>
    protected virtual int ListingSize => 1_200;

    [ContractFact]
    public async Task Put_ThenOpen_GivesTheSameBytesAndEntry()
    {
        var written = (await PutAsync("a/b.json", "hello"))!;

        await using var blob = (await Store.OpenAsync(Name("a/b.json"), Token))!;

        (await ReadAsync(blob)).ShouldBe("hello");
        blob.Entry.ETag.ShouldBe(written.ETag);
        blob.Entry.Length.ShouldBe(5);
        blob.Entry.Name.ShouldBe(Name("a/b.json"));
        (await Store.FindAsync(Name("a/b.json"), Token))!.ETag.ShouldBe(written.ETag);
        (await OpenAgain().FindAsync(Name("a/b.json"), Token)).ShouldBe(written);
    }

    [ContractFact]
    public async Task Put_NoBytes_GivesAnEmptyBlob()
    {
        await PutAsync("empty", "");

        await using var blob = (await Store.OpenAsync(Name("empty"), Token))!;

        blob.Entry.Length.ShouldBe(0);
        (await ReadAsync(blob)).ShouldBe("");
    }

    [ContractFact]
    public async Task Put_FiveMegabytesFromAPosition_GivesTheRestOfTheStream()
    {
        var bytes = new byte[5_000_000];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i * 31) + (i >> 8));
        }

        using var source = new MemoryStream(bytes);
        source.Position = 1_234;
        var entry = (await Store.PutAsync(Name("large.bin"), source, BlobCondition.None, Token))!;

        await using var blob = (await Store.OpenAsync(Name("large.bin"), Token))!;
        using var read = new MemoryStream();
        await blob.Content.CopyToAsync(read);

        entry.Length.ShouldBe(bytes.Length - 1_234);
        read.ToArray().AsSpan().SequenceEqual(bytes.AsSpan(1_234)).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Open_NothingThere_IsNull()
    {
        (await Store.OpenAsync(Name("nothing"), Token)).ShouldBeNull();
        (await Store.FindAsync(Name("nothing"), Token)).ShouldBeNull();
        (await ListAsync("")).ShouldBeEmpty();
        (await Store.DeleteAsync(Name("nothing"), null, Token)).ShouldBeFalse();

        await PutAsync("something", "x");

        (await Store.OpenAsync(Name("nothing"), Token)).ShouldBeNull();
        (await Store.OpenAsync(Name("something/else"), Token)).ShouldBeNull();
        (await Store.FindAsync(Name("something/else"), Token)).ShouldBeNull();
        (await Store.DeleteAsync(Name("something/else"), null, Token)).ShouldBeFalse();
    }

    [ContractFact]
    public async Task Put_NamesThatAFileSystemConfuses_StayApart()
    {
        string[] paths =
        [
            "Readme.md", "readme.md", "README.MD", "a", "a/b", "a/b/c", "a.b/c", "a.b", "con", "CON", "nul.txt", "x/aux.json/y", ".hidden",
            "dot.", "100%", "100%25", "%41", "A", "caf\u00e9", "cafe\u0301", "\u65e5\u672c\u8a9e/\u30c6\u30b9\u30c8.csv", "\U0001F4F7 camera.csv", "a b/c d", "q?x=1&y#z", "a:b*c|d<e>f\"g",
            "day=2026-01-01/part", new string('n', 700), new string('N', 300) + "/x", "tail+", "~tmp", "-", "=", "a+b",
        ];

        foreach (var path in paths)
        {
            await PutAsync(path, path);
        }

        var listed = await ListAsync("");
        listed.Select(entry => entry.Name.Path).ShouldBe(paths.Order(StringComparer.Ordinal));
        foreach (var path in paths)
        {
            await using var blob = (await Store.OpenAsync(Name(path), Token)).ShouldNotBeNull(path);
            (await ReadAsync(blob)).ShouldBe(path);
        }
    }

    [ContractFact]
    public async Task List_ManyBlobs_AreInOrdinalOrderAndOnlyThoseOfThePrefix()
    {
        var paths = Enumerable.Range(0, ListingSize).Select(i => (i % 4) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"shop/day={i % 28:00}/{i}.json"),
            1 => string.Create(CultureInfo.InvariantCulture, $"shop-2/{i}"),
            2 => string.Create(CultureInfo.InvariantCulture, $"shop.{i}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"shop/{i}/x"),
        }).ToArray();
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (path, _) => await PutAsync(path, "x"));
        await PutAsync("other/x", "x");

        foreach (var prefix in new[] { "shop", "shop/", "shop/day=0", "shop/day=01/", "shop-2/1", "zzz", "shop/day=01/x/y" })
        {
            var expected = paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

            (await ListAsync(prefix)).Select(entry => entry.Name.Path).ShouldBe(expected, prefix);
        }
    }

    [ContractFact]
    public async Task List_Entry_EqualsWhatFindGives()
    {
        var written = await PutAsync("x/y.json", "12345");

        var listed = (await ListAsync("x/")).ShouldHaveSingleItem();

        listed.ShouldBe(await Store.FindAsync(Name("x/y.json"), Token));
        listed.ETag.ShouldBe(written!.ETag);
        listed.Length.ShouldBe(5);
    }

    [ContractFact]
    public async Task Open_WhileOverwrittenAndDeleted_KeepsReadingItsVersion()
    {
        var first = string.Concat(Enumerable.Repeat("first version. ", 200_000));
        await PutAsync("v", first);
        await using var blob = (await Store.OpenAsync(Name("v"), Token))!;
        var head = new byte[16];
        await blob.Content.ReadExactlyAsync(head);

        await PutAsync("v", "second");

        var rest = await ReadOrChangedAsync(blob);
        (rest is null || string.Equals(Encoding.UTF8.GetString(head) + rest, first, StringComparison.Ordinal)).ShouldBeTrue();
        await using var now = (await Store.OpenAsync(Name("v"), Token))!;
        (await ReadAsync(now)).ShouldBe("second");
    }

    [ContractFact]
    public async Task Members_InvalidNames_AreRefused()
    {
        BlobName[] names =
        [
            new(Container, ""), new(Container, "/x"), new(Container, "x/"), new(Container, "a//b"), new(Container, "../x"), new(Container, "a/./b"),
            new(Container, "a\\b"), new(Container, "a\nb"), new(Container, "\ud800"), new("UPPER", "x"), new("..", "x"), new("a", "x"),
            new(Container, new string('x', 1_025)), default,
        ];

        foreach (var name in names)
        {
            await Should.ThrowAsync<ArgumentException>(() => Store.OpenAsync(name, Token));
            await Should.ThrowAsync<ArgumentException>(() => Store.FindAsync(name, Token));
            await Should.ThrowAsync<ArgumentException>(() => Store.PutAsync(name, new MemoryStream(), BlobCondition.None, Token));
            await Should.ThrowAsync<ArgumentException>(() => Store.DeleteAsync(name, null, Token));
        }
    }

    [ContractFact]
    public async Task Members_CancelledBefore_DoNothing()
    {
        await PutAsync("kept", "x");
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => Store.OpenAsync(Name("kept"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.FindAsync(Name("kept"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.DeleteAsync(Name("kept"), null, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(
            () => Store.PutAsync(Name("kept"), new MemoryStream([1, 2]), BlobCondition.None, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.ListAsync(Container, "", cancelled))
            {
                // Reached only by a store that does not look at the token.
            }
        });
        (await Store.FindAsync(Name("kept"), Token))!.Length.ShouldBe(1);
    }

    /// <summary>What the tests run under.</summary>
    protected static CancellationToken Token => CancellationToken.None;

    /// <summary>A blob of this test's container.</summary>
    protected BlobName Name(string path) => new(Container, path);

    /// <summary>Writes a text.</summary>
    protected Task<BlobEntry?> PutAsync(string path, string text, BlobCondition condition = default, IBlobStore? store = null) =>
        (store ?? Store).PutAsync(Name(path), new MemoryStream(Encoding.UTF8.GetBytes(text)), condition, Token);

    /// <summary>Lists this test's container.</summary>
    protected async Task<List<BlobEntry>> ListAsync(string prefix)
    {
        var entries = new List<BlobEntry>();
        await foreach (var entry in Store.ListAsync(Container, prefix, Token))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Reads what is left of a blob as text.</summary>
    protected static async Task<string> ReadAsync(BlobContent blob)
    {
        using var reader = new StreamReader(blob.Content, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The rest of the version that was opened; null where the store says that it is gone (never another version's bytes).</summary>
    private static async Task<string?> ReadOrChangedAsync(BlobContent blob)
    {
        try
        {
            return await ReadAsync(blob);
        }
        catch (StoreException changed)
        {
            changed.IsTransient.ShouldBeTrue();
            return null;
        }
    }
}

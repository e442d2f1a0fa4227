using System.Globalization;
using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.Storage.Tests;

/// <summary>What the other process does, and what both sides must agree on.</summary>
internal static class ChildWork
{
    public const int BlobSize = 300_000;

    public static readonly BlobName Counter = new("shared", "counter");

    public static readonly DocumentKey CounterKey = new("s|shop", "counter");

    public static async Task IncrementBlobAsync(string root, int times)
    {
        var store = new FolderBlobStore(root, TimeProvider.System);
        for (var done = 0; done < times;)
        {
            await using var blob = await store.OpenAsync(Counter, default);
            var value = blob is null ? 0 : int.Parse(await new StreamReader(blob.Content).ReadToEndAsync(), CultureInfo.InvariantCulture);
            var condition = blob is null ? BlobCondition.Absent : BlobCondition.Matches(blob.Entry.ETag);
            done += await store.PutAsync(Counter, new MemoryStream(Bytes(value + 1)), condition, default) is null ? 0 : 1;
        }
    }

    public static async Task IncrementDocumentAsync(string file, int times)
    {
        using var store = new SqliteDocumentStore(file, TimeProvider.System);
        for (var done = 0; done < times;)
        {
            var found = await store.GetAsync(CounterKey, default);
            var value = found is null ? 0 : int.Parse(Encoding.UTF8.GetString(found.Body.Span), CultureInfo.InvariantCulture);
            done += await store.CompareAndSwapAsync(new Document(CounterKey, Bytes(value + 1)), found?.ETag, default) is null ? 0 : 1;
        }
    }

    /// <summary>Writes blobs, each of one repeated byte, new ones and over old ones, and says each after it was answered.</summary>
    public static async Task PutForeverAsync(string root)
    {
        var store = new FolderBlobStore(root, TimeProvider.System);
        for (var i = 0; ; i++)
        {
            var content = new byte[BlobSize];
            Array.Fill(content, (byte)i);
            await store.PutAsync(new BlobName("shared", "same"), new MemoryStream(content), BlobCondition.None, default);
            await store.PutAsync(new BlobName("shared", string.Create(CultureInfo.InvariantCulture, $"n/{i}")), new MemoryStream(content), BlobCondition.None, default);
            await Console.Out.WriteLineAsync(i.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Fills the disk under <paramref name="root"/>; says how the store met that, one word a line.</summary>
    public static async Task FillDiskAsync(string root)
    {
        var store = new FolderBlobStore(root, TimeProvider.System);
        var written = new List<BlobName>();
        try
        {
            while (true)
            {
                var name = new BlobName("shared", string.Create(CultureInfo.InvariantCulture, $"{written.Count}"));
                await store.PutAsync(name, new MemoryStream(new byte[BlobSize]), BlobCondition.None, default);
                written.Add(name);
            }
        }
        catch (StoreException full)
        {
            Console.WriteLine(full.IsTransient ? "transient" : "refused");
        }

        Console.WriteLine(Directory.GetFiles(Path.Combine(root, ".staging")).Length == 0 ? "clean" : "left over");
        await store.DeleteAsync(written[0], null, default);
        Console.WriteLine(await store.PutAsync(written[0], new MemoryStream(new byte[10]), BlobCondition.None, default) is null ? "stuck" : "writes again");
    }

    private static byte[] Bytes(int value) => Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.Storage.Tests;

public sealed class SeveralProcessesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-processes-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task FolderPut_ThreeProcessesCountUp_LoseNoIncrement()
    {
        string[] work = ["increment-blob", _root.FullName, "40"];

        (await ChildProcess.RunAsync(work, work, work)).ShouldBe([0, 0, 0]);

        await using var blob = (await new FolderBlobStore(_root.FullName, TimeProvider.System).OpenAsync(ChildWork.Counter, default))!;
        (await new StreamReader(blob.Content).ReadToEndAsync()).ShouldBe("120");
    }

    [Fact]
    public async Task SqliteSwap_ThreeProcessesCountUp_LoseNoIncrement()
    {
        var file = Path.Combine(_root.FullName, "documents.db");
        string[] work = ["increment-document", file, "40"];

        (await ChildProcess.RunAsync(work, work, work)).ShouldBe([0, 0, 0]);

        using var store = new SqliteDocumentStore(file, TimeProvider.System);
        Encoding.UTF8.GetString((await store.GetAsync(ChildWork.CounterKey, default))!.Body.Span).ShouldBe("120");
    }

    [Fact]
    public async Task FolderPut_KilledAtAnyMoment_LeavesWholeBlobsAndAllThatWasAnswered()
    {
        for (var round = 1; round <= 3; round++)
        {
            var root = _root.CreateSubdirectory(round.ToString(CultureInfo.InvariantCulture)).FullName;
            using var child = ChildProcess.Start(["put-forever", root]);
            var answered = -1;
            while (answered < 10 * round)
            {
                answered = int.Parse((await child.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            }

            child.Kill();
            await child.WaitForExitAsync();
            while (await child.StandardOutput.ReadLineAsync() is { } line && int.TryParse(line, CultureInfo.InvariantCulture, out var more))
            {
                answered = more;
            }

            var store = new FolderBlobStore(root, TimeProvider.System);
            var found = new List<string>();
            await foreach (var entry in store.ListAsync("shared", "", default))
            {
                found.Add(entry.Name.Path);
                await AssertWholeAsync(store, entry.Name);
            }

            found.ShouldBeSubsetOf([.. Enumerable.Range(0, answered + 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"n/{i}")), "same"]);
            found.Count.ShouldBeGreaterThanOrEqualTo(answered + 2);
            (await store.PutAsync(new BlobName("shared", "same"), new MemoryStream([1]), BlobCondition.None, default)).ShouldNotBeNull();
        }
    }

    private static async Task AssertWholeAsync(FolderBlobStore store, BlobName name)
    {
        await using var blob = (await store.OpenAsync(name, default))!;
        using var content = new MemoryStream();
        await blob.Content.CopyToAsync(content);
        var bytes = content.ToArray();
        bytes.Length.ShouldBe(ChildWork.BlobSize, name.ToString());
        bytes.AsSpan().ContainsAnyExcept(bytes[0]).ShouldBeFalse(name.ToString());
    }
}

using BundleFunctions.Faults.Tests.Processes;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>Lines and files far larger than the memory of who reads them.</summary>
public sealed class LongLineTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-large-");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("ndjson", 500, "Ingested 3 2 line_too_long=1")]
    [InlineData("array", 100, "Ingested 3 2 line_too_long=1")]
    [InlineData("csv", 100, "Ingested 3 2 line_too_long=1")]
    [InlineData("one line alone", 100, "Ingested 1 0 line_too_long=1")]
    public async Task Ingest_LineOfHundredsOfMegabytes_CostsItselfInAHeapOf64(string format, int megabytes, string expected) =>
        await ShouldSayAsync(["long-line", format, $"{megabytes}"], heapMegabytes: 64, expected);

    [Fact]
    public async Task Ingest_FileOfTwiceTheMemory_IsTakenInWhole()
    {
        // 40 MB by default, for speed: half as much memory as that is less than the lake's writer may keep.
        var megabytes = Sizes.LargeMegabytes > 0 ? Sizes.LargeMegabytes : 40;
        var heap = Sizes.LargeMegabytes > 0 ? megabytes / 2 : 192;
        var (exitCode, said) = await RunAsync(["large-file", _root.FullName, $"{megabytes}"], heap);

        exitCode.ShouldBe(0, said);
        var words = said.Trim().Split(' ');
        words[0].ShouldBe("Ingested", said);
        words[2].ShouldBe(words[1], said);
        (await KillShop.CountAsync(_root.FullName)).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(words[1]);
    }

    private static async Task ShouldSayAsync(string[] arguments, int heapMegabytes, string expected)
    {
        var (exitCode, said) = await RunAsync(arguments, heapMegabytes);

        said.Trim().ShouldBe(expected);
        exitCode.ShouldBe(0);
    }

    // Beyond the limit the process dies of OutOfMemoryException.
    private static Task<(int ExitCode, string Said)> RunAsync(string[] arguments, int heapMegabytes) => ChildProcess.RunAsync(
        arguments, new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_GCHeapHardLimit"] = $"0x{heapMegabytes * 1024L * 1024:x}" });
}

using System.Globalization;
using BundleFunctions.Faults.Tests.Processes;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;
using Xunit.Abstractions;

namespace BundleFunctions.Faults.Tests.Kills;

/// <summary>SIGKILL about every durable step of intake and of merging, of a process alone, beside another, and after one that died before.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Killed = 137;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-kills-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Ingest_KilledAtEveryDurableStep_LeavesTheLakeOfAnUndisturbedRun()
    {
        var clean = await OpenAsync("clean");
        var steps = await KillShop.DeliverAsync(clean, seed: 1, killAt: 0, KillMoment.Before);
        var expected = await KillShop.ReadAsync(clean);
        await KillShop.CompactAsync(clean);
        var bytes = await KillShop.BytesAsync(clean, BlobLayout.Lake, BlobLayout.Rejects);
        var points = steps * Enum.GetValues<KillMoment>().Length;
        bytes.Count.ShouldBeGreaterThan(4);
        var kills = 0;
        for (var run = Sizes.KillsFrom; kills < Sizes.Kills; run++)
        {
            // A step that no multiple of the points divides reaches each of them, few runs far apart.
            var point = (int)((run * 37L) % points);
            var root = await OpenAsync(string.Create(CultureInfo.InvariantCulture, $"{run}"));
            kills += await DisturbAsync(root, run, (point / 3) + 1, (KillMoment)(point % 3), steps);
            (await KillShop.ReadAsync(root)).ShouldBeSubsetOf(expected, $"run {run}");

            await KillShop.DeliverAsync(root, seed: 1000 + run, killAt: 0, KillMoment.Before);
            (await KillShop.ReadAsync(root)).ShouldBe(expected, $"run {run}");
            await KillShop.CompactAsync(root);
            (await KillShop.ReadAsync(root)).ShouldBe(expected, $"run {run}");
            (await KillShop.BytesAsync(root, BlobLayout.Lake, BlobLayout.Rejects)).ShouldBe(bytes, $"run {run}");
            Directory.Delete(root, recursive: true);
        }

        output.WriteLine($"{kills} kills about {steps} durable steps, from run {Sizes.KillsFrom} on");
    }

    [Fact]
    public async Task Ingest_TwoProcessesAtOnce_CountEachFileOnce()
    {
        var clean = await OpenAsync("alone");
        await KillShop.DeliverAsync(clean, seed: 1, killAt: 0, KillMoment.Before);
        var root = await OpenAsync("together");

        (await Task.WhenAll(ChildAsync(root, 2, 0, KillMoment.Before), ChildAsync(root, 2, 0, KillMoment.Before))).ShouldBe([0, 0]);

        (await KillShop.ReadAsync(root)).ShouldBe(await KillShop.ReadAsync(clean));
        await KillShop.CompactAsync(root);
        await KillShop.CompactAsync(clean);
        (await KillShop.BytesAsync(root, BlobLayout.Lake, BlobLayout.Rejects)).ShouldBe(await KillShop.BytesAsync(clean, BlobLayout.Lake, BlobLayout.Rejects));
    }

    // In turn: one process dies; one dies and one lives beside it; one dies, and the next one at another step.
    private static async Task<int> DisturbAsync(string root, int run, int step, KillMoment moment, int steps)
    {
        var first = ChildAsync(root, run, step, moment);
        if (run % 3 == 1)
        {
            var beside = ChildAsync(root, run + 1, 0, moment);
            (await beside).ShouldBe(0);
        }

        var kills = Count(await first);
        if (run % 3 == 2)
        {
            kills += Count(await ChildAsync(root, run + 1, (step * 7 % steps) + 1, (KillMoment)(run / 3 % 3)));
        }

        return kills;
    }

    private static async Task<int> ChildAsync(string root, int seed, int step, KillMoment moment) =>
        (await ChildProcess.RunAsync(["deliver", root, Text(seed), Text(step), moment.ToString()])).ExitCode;

    // Who came to its end found the work done by another.
    private static int Count(int exitCode)
    {
        exitCode.ShouldBeOneOf(0, Killed);
        return exitCode == Killed ? 1 : 0;
    }

    private async Task<string> OpenAsync(string name)
    {
        var root = _root.CreateSubdirectory(name).FullName;
        await KillShop.DropAsync(new FolderBlobStore(root, TimeProvider.System));
        return root;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

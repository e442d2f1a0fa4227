using BundleFunctions.DemoShop;
using BundleFunctions.DemoShop.Dirt;
using BundleFunctions.DemoShop.Files;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.EndToEnd.Tests.Faults;

/// <summary>SIGKILL at random moments of intake, training and publishing.</summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int DaysAtFirst = 30;
    private const string Shop = "demo";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly Dictionary<string, string> Hurried = new(StringComparer.Ordinal)
    {
        ["Schedules__Retrain"] = "* * * * * *",
        ["Schedules__Reconcile"] = "*/5 * * * * *",
        ["LocalHost__BlobPollInterval"] = "00:00:00.100",
    };

    [Fact]
    public async Task Kill_OfHostAndTrainerAtTwentyRandomMoments_LosesNothingAndAlwaysServes()
    {
        using var data = new TemporaryDirectory();
        using var source = new TemporaryDirectory();
        var files = DemoShopGenerator.Generate(new DemoShopOptions()).Files().ToList();
        var days = files.Where(file => file.Kind == DemoFileKind.Events).ToList();
        await ServeFirstGenerationAsync(data.Path, source.Path, files, days.Take(DaysAtFirst));

        var blobs = new FolderBlobStore(Path.Combine(data.Path, "blobs"), TimeProvider.System);
        var later = new Queue<DemoFile>(days.Skip(DaysAtFirst));
        var random = new Random(20261121);
        var trainers = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var i = 0; i < 3 && later.TryDequeue(out var file); i++)
            {
                await DropAsync(blobs, file);
            }

            trainers += await KillOnceAsync(data.Path, kill, TimeSpan.FromMilliseconds(random.Next(0, 4000)));
        }

        trainers.ShouldBeGreaterThan(0, "No kill met a trainer at work.");

        await using var host = HostProcess.Start(data.Path, ["--serve-only", "--shop", Shop], Hurried);
        var ready = await host.WaitUntilReadyAsync(Limit);
        using var client = new ShopClient(ready);
        var expected = await UndisturbedCountsAsync(days);
        await Eventually.HoldsAsync(Limit, async () =>
            (await CountEventsAsync(blobs)).ShouldBe(expected.Events));
        await Eventually.HoldsAsync(Limit, async () =>
            (await TotalOrdersServedAsync(client)).ShouldBe(expected.Orders));
        await RollBackBringsThePreviousGenerationBackAsync(client, ready);
    }

    private static async Task RollBackBringsThePreviousGenerationBackAsync(ShopClient client, HostReady ready)
    {
        var before = (await client.GetAsync("bundles?limit=1")).GetProperty("generation").GetString();
        using var answer = await client.SendAsync(HttpMethod.Post, "generations/rollback", key: ready.AdminKey);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () =>
            (await client.GetAsync("bundles?limit=1")).GetProperty("generation").GetString().ShouldNotBe(before));

        // The schedule goes on every second: what was rolled back must stay so.
        await Task.Delay(TimeSpan.FromSeconds(5));
        (await client.GetAsync("bundles?limit=1")).GetProperty("generation").GetString().ShouldNotBe(before);
    }

    private static async Task ServeFirstGenerationAsync(
        string data, string source, List<DemoFile> files, IEnumerable<DemoFile> days)
    {
        foreach (var file in days)
        {
            await File.WriteAllBytesAsync(Path.Combine(source, file.Name), file.Content);
        }

        var products = files.Single(file => file.Kind == DemoFileKind.Catalogue);
        var catalogue = Path.Combine(Directory.CreateDirectory(Path.Combine(source, ".catalogue")).FullName, products.Name);
        await File.WriteAllBytesAsync(catalogue, products.Content);
        await using var host = HostProcess.Start(data, ["--events", source, "--catalogue", catalogue, "--shop", Shop]);
        (await host.WaitUntilReadyAsync(Limit)).Generation.ShouldNotBeNull();
    }

    /// <returns>Trainers that were killed.</returns>
    private static async Task<int> KillOnceAsync(string data, int kill, TimeSpan after)
    {
        await using var host = HostProcess.Start(data, ["--serve-only", "--shop", Shop], Hurried);
        var ready = await host.WaitUntilReadyAsync(Limit);
        using var client = new ShopClient(ready);
        (await TotalOrdersServedAsync(client)).ShouldBeGreaterThan(0);
        await Task.Delay(after);
        (await TotalOrdersServedAsync(client)).ShouldBeGreaterThan(0);

        // In turn: the host alone, so that a trainer outlives it; both at once; the trainer alone, and the host a moment later.
        var trainers = kill % 3 == 0 ? 0 : ChildProcesses.KillAll(host.Id);

        if (kill % 3 == 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        await host.KillAsync();
        return trainers;
    }

    private static async Task<int> TotalOrdersServedAsync(ShopClient client)
    {
        var home = await client.GetAsync("bundles?limit=1");
        home.GetProperty("generation").GetString().ShouldNotBeNullOrEmpty();
        return home.GetProperty("bundles")[0].GetProperty("evidence").GetProperty("totalOrders").GetInt32();
    }

    private static async Task DropAsync(FolderBlobStore blobs, DemoFile file)
    {
        using var content = new MemoryStream(file.Content.ToArray());
        await blobs.PutAsync(file.BlobFor(Identifier.Parse<ShopId>(Shop)), content, BlobCondition.None, CancellationToken.None);
    }

    private static async Task<long> CountEventsAsync(FolderBlobStore blobs) =>
        await new LakeReader(blobs).ReadAsync(Identifier.Parse<ShopId>(Shop), CancellationToken.None).LongCountAsync();

    /// <summary>What a host that nobody kills makes of the same days.</summary>
    private static async Task<(long Events, int Orders)> UndisturbedCountsAsync(List<DemoFile> days)
    {
        using var data = new TemporaryDirectory();
        await using var host = HostProcess.Start(data.Path, []);
        using var client = new ShopClient(await host.WaitUntilReadyAsync(Limit));
        var events = await CountEventsAsync(new FolderBlobStore(Path.Combine(data.Path, "blobs"), TimeProvider.System));

        // An unknown product is no fault of the line: the event is accepted, and the catalogue does not know it.
        var goodLines = days.Sum(day => day.Lines - day.DuplicateLines - day.Dirt.Count(dirt => dirt.Kind != DirtKind.UnknownProduct));
        events.ShouldBe(goodLines);
        return (events, await TotalOrdersServedAsync(client));
    }
}

using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Hygiene;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Profiles;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Runs;
using BundleFunctions.Training.Tests.Data;

namespace BundleFunctions.Training.Tests.Runs;

/// <summary>The whole workshop, from raw files through the real porch to a model folder.</summary>
public sealed class TrainingRunTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");

    private readonly InMemoryBlobStore _blobs = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Run_NoData_FinishesWithTheNamedFallback()
    {
        var report = await TrainAsync();

        report.Model.Model.ShouldBe("popularity");
        report.Model.TotalOrders.ShouldBe(0);
        (await LinesAsync(report.Model)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a b c")]
    [InlineData("a|b|c|a")]
    [InlineData("a b|a b|a b")]
    [InlineData("a b|a c|a d|a e|a f|a|a b")]
    public async Task Run_DegenerateOrders_FinishesWithPopularityAndFiniteFigures(string orders)
    {
        string[][] baskets = [.. orders.Split('|').Select(order => order.Split(' '))];
        await IngestAsync("one.ndjson", baskets);

        var report = await TrainAsync();

        report.Model.Model.ShouldBe("popularity");
        report.Model.TotalOrders.ShouldBe(baskets.Length);
        report.Model.Metrics.Values.ShouldAllBe(value => double.IsFinite(value));
        (await LinesAsync(report.Model)).Select(line => (line.Product.Value, line.Orders))
            .ShouldBe(baskets.SelectMany(items => items).GroupBy(item => item).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count())));
    }

    [Fact]
    public async Task Run_NoCatalogueGiven_DerivesOneAndNamesItInTheManifest()
    {
        await IngestAsync("one.ndjson", TestBaskets.Random(50, 10, 1));

        var report = await TrainAsync();

        var catalogue = await new CatalogueReader(_blobs).ReadCurrentAsync(Shop, CancellationToken.None);
        catalogue!.IsDerived.ShouldBeTrue();
        catalogue.Products.Count.ShouldBe(report.Model.Products);
        report.Model.CatalogueSnapshot.ShouldBe($"snapshots/demo/{catalogue.Id}.ndjson.gz");
        BlobName.TryParse(report.Model.CatalogueSnapshot, out var snapshot).ShouldBeTrue();
        (await _blobs.FindAsync(snapshot, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_RowsShuffledOverOtherFilesAndAnyThreads_GivesTheSameModel()
    {
        var orders = TestBaskets.Random(600, 40, 3);
        await IngestAsync("one.ndjson", orders);
        var expected = (await TrainAsync(threads: 1)).Model;

        foreach (var threads in new[] { 1, 2, 8 })
        {
            var other = new TrainingRunTests();
            var lines = Lines(orders).ToArray();
            new Random(threads).Shuffle(lines);
            await other.IngestAsync("x.ndjson", lines[..100]);
            await other.IngestAsync("a.ndjson", lines[100..]);
            other._clock.Advance(TimeSpan.FromDays(threads));

            var model = (await other.TrainAsync(threads)).Model;
            model.ModelId.ShouldBe(expected.ModelId);
            model.Files.ShouldBe(expected.Files);
        }

        expected.Model.ShouldBe("co-occurrence");
        expected.Gate!.Decision.ShouldBe("hold");
        expected.Metrics["test.cases"].ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Run_PricesThatMoved_LeavesWhatWasLearnedOfThemInTheModel()
    {
        // Twice as many a day at 2.00 as at 2.50: an elasticity of ln 2 / ln 0.8 = -3.1.
        await IngestAsync("one.ndjson", [.. Enumerable.Range(0, 40).SelectMany(day => Enumerable.Range(0, day % 2 == 0 ? 4 : 2)
            .Select(i => Line(day * 1440 + i, ["a"], unitPrice: day % 2 == 0 ? 2.0 : 2.5)))]);

        var report = await TrainAsync();

        report.Model.Files.Select(file => file.Name).ShouldContain(ModelFiles.Elasticities);
        report.Model.Metrics["pricing.elasticities"].ShouldBe(1);
        var table = await new ModelReader(_blobs).FindElasticitiesAsync(report.Model, CancellationToken.None);
        var learned = table!.Products.Single().Value;
        (table.Days, learned.PiecesPerDay, learned.PricePoints).ShouldBe((40, 3, 2));
        learned.Elasticity!.Value.ShouldBeInRange(-3.1, -2.6);
    }

    [Fact]
    public async Task Run_Finished_LeavesTheScheduleNothingToDo()
    {
        await IngestAsync("one.ndjson", TestBaskets.Random(30, 5, 1));
        await TrainAsync();
        var jobs = new NoJobs();
        var scheduler = new RetrainScheduler(new ShopDirectory(_blobs), _blobs, jobs, new RetrainOptions());

        (await scheduler.TickAsync(_clock.GetUtcNow(), CancellationToken.None)).Count(RetrainOutcome.Skipped).ShouldBe(1);
        await IngestAsync("two.ndjson", TestBaskets.Random(5, 5, 2), firstEvent: 1000);
        (await scheduler.TickAsync(_clock.GetUtcNow(), CancellationToken.None)).Count(RetrainOutcome.Started).ShouldBe(1);
    }

    [Theory]
    [InlineData(TrainingStage.Events)]
    [InlineData(TrainingStage.Catalogue)]
    [InlineData(TrainingStage.Evaluation)]
    [InlineData(TrainingStage.Associations)]
    [InlineData(TrainingStage.Writing)]
    public async Task Run_StoppedInAnyStage_LeavesNoModelAndTheNextRunIsClean(TrainingStage stage)
    {
        await IngestAsync("one.ndjson", TestBaskets.Random(200, 20, 4));
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(new StopAt(stage, stop), threads: 2, stop.Token));

        (await new ModelReader(_blobs).FindNewestAsync(Shop, CancellationToken.None)).ShouldBeNull();
        (await new TrainedRecords(_blobs).FindAsync(Shop, CancellationToken.None)).ShouldBeNull();
        (await LinesAsync((await TrainAsync()).Model)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"formatVersion\": 0}")]
    [InlineData("{\"formatVersion\": 1")]
    public async Task Run_OlderModelCannotBeRead_TrainsAllTheSame(string manifest)
    {
        await IngestAsync("one.ndjson", TestBaskets.Random(30, 5, 1));
        var name = BlobLayout.ModelManifest(Shop, Identifier.Parse<ModelId>(new string('a', 32)));
        await _blobs.PutAsync(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(manifest)), BlobCondition.Absent, CancellationToken.None);

        (await TrainAsync()).Model.TotalOrders.ShouldBe(30);
    }

    [Fact]
    public async Task Run_NothingFinite_WritesNothingAndTheNextRunIsClean()
    {
        await IngestAsync("one.ndjson", TestBaskets.Random(200, 20, 4));
        var served = (await TrainAsync()).Model;
        await IngestAsync("two.ndjson", TestBaskets.Random(10, 20, 5), firstEvent: 1000);

        var broken = new TrainingRun(
            _blobs, new TrainingOptions(), _clock, new TrainingContestants(_ => [new Contestant("broken", 0, StubTrainer.Diverging("broken"))]));
        (await Should.ThrowAsync<NoUsableModelException>(() => broken.RunAsync(Shop, new StopAt(null, null), CancellationToken.None)))
            .Message.ShouldContain("broken came to NaN");

        (await new ModelReader(_blobs).FindNewestAsync(Shop, CancellationToken.None))!.ModelId.ShouldBe(served.ModelId);
        (await TrainAsync()).Model.ModelId.ShouldNotBe(served.ModelId);
    }

    [Fact]
    public async Task Run_EnoughOrders_KeepsTheWinnerAndHowItWon()
    {
        await IngestAsync("one.ndjson", [.. Enumerable.Range(0, 1500).Select(i => new[] { $"left-{i * 7 % 30:D2}", $"right-{i * 7 % 30:D2}" })]);

        var model = (await TrainAsync()).Model;

        model.Gate!.Decision.ShouldBe("promote");
        model.Gate.Challenger.ShouldBe(model.Model);
        model.Metrics["hitRate@10"].ShouldBe(1);
        model.Metrics["popularity.hitRate@10"].ShouldBeLessThan(0.5);
        var reader = new ModelReader(_blobs);
        await using var arrays = await reader.ReadFileAsync(model, ModelFiles.Arrays, CancellationToken.None);
        ModelArraysFile.Read(arrays, arrays.Length).Model.ShouldBe(model.Model);
        await using var page = await reader.ReadFileAsync(model, ModelFiles.EvaluationPage, CancellationToken.None);
        System.Text.Encoding.UTF8.GetString(page.ToArray()).ShouldContain("<svg");

        // What serves is the champion of the next run.
        await IngestAsync("two.ndjson", [["left-00", "right-00"]], firstEvent: 5000);
        var next = (await TrainAsync()).Model;
        (next.Gate!.Decision, next.Gate.Champion, next.Model).ShouldBe(("hold", model.Model, model.Model));
    }

    [Fact]
    public async Task Run_TestsAmongOrders_AreLeftOutAndSaidInReportFiguresAndFile()
    {
        var honest = TestBaskets.Random(300, 20, 4);
        await IngestAsync("honest.ndjson", honest);
        var expected = (await TrainAsync()).Model;
        await IngestAsync("tests.ndjson", [.. Enumerable.Range(5000, 7).Select(i => Line(i, ["i-01", "test"]))]);

        var report = await TrainAsync();

        report.Model.TotalOrders.ShouldBe(expected.TotalOrders);
        report.Hygiene.Rules["test_orders"].Orders.ShouldBe(7);
        report.Model.Metrics["hygiene.test_orders.orders"].ShouldBe(7);
        (await new HygieneReports(_blobs).FindAsync(Shop, CancellationToken.None))!.Rules["test_orders"].Events.ShouldBe(7);
        var profiles = await new ProfileFiles(_blobs).ReadAsync(report.Model, CancellationToken.None).ToListAsync();
        profiles.Count.ShouldBe(300);
        report.Model.Metrics["users.profiles"].ShouldBe(300);

        // The switch is turned off, and the same events count.
        await new ShopDirectory(_blobs).SaveSettingsAsync(
            Shop, new ShopSettings { Hygiene = new HygieneOptions { TestOrders = new TestOrderOptions { Enabled = false } } }, CancellationToken.None);
        (await TrainAsync()).Model.TotalOrders.ShouldBe(expected.TotalOrders + 7);
    }

    [Fact]
    public async Task Run_OneRobotWithAHundredThousandOrders_MovesNoBundle()
    {
        var honest = Enumerable.Range(0, 1500).Select(i => Line(i, [$"left-{i * 7 % 30:D2}", $"right-{i * 7 % 30:D2}"], $"u{i % 700}"));
        await IngestAsync("honest.ndjson", [.. honest]);
        var expected = await LinesAsync((await TrainAsync()).Model);
        var robot = Enumerable.Range(0, 100_000).Select(i => Line(10_000 + i, ["left-01", "right-20", "planted"], "robot"));

        await IngestAsync("robot.ndjson", [.. robot]);
        var found = await LinesAsync((await TrainAsync()).Model);

        var planted = found.Single(line => line.Product.Value == "planted");
        planted.Orders.ShouldBe(new TrainingOptions().MaxOrdersPerUser);
        planted.Neighbours.ShouldBeEmpty();
        found.Where(line => line != planted).Select(line => (line.Product, line.Neighbours.Single().Product, line.Neighbours[0].Together, line.Sets.Count))
            .ShouldBe(expected.Select(line => (line.Product, line.Neighbours.Single().Product, line.Neighbours[0].Together, line.Sets.Count)));
    }

    private Task<TrainingReport> TrainAsync(int threads = 2) => RunAsync(new StopAt(null, null), threads, CancellationToken.None);

    private Task<TrainingReport> RunAsync(IProgress<TrainingProgress> progress, int threads, CancellationToken cancellationToken) =>
        new TrainingRun(_blobs, new TrainingOptions { Threads = threads }, _clock).RunAsync(Shop, progress, cancellationToken);

    private async Task<List<ProductAssociations>> LinesAsync(ModelManifest manifest)
    {
        var lines = new List<ProductAssociations>();
        await foreach (var line in new ModelReader(_blobs).ReadAssociationsAsync(manifest, CancellationToken.None))
        {
            lines.Add(line);
        }

        return lines;
    }

    private Task IngestAsync(string file, string[][] orders, int firstEvent = 0) => IngestAsync(file, Lines(orders, firstEvent).ToArray());

    private async Task IngestAsync(string file, string[] lines)
    {
        var blob = new BlobName(BlobLayout.Events, $"demo/{file}");
        var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        await _blobs.PutAsync(blob, content, BlobCondition.None, CancellationToken.None);
        var intake = new EventIntake(_blobs, new ShopDirectory(_blobs), new Pseudonymizer(new byte[32]), new NoCsv(), _clock);
        (await intake.IngestAsync(blob, CancellationToken.None)).Accepted.ShouldBe(lines.Length);
    }

    private static IEnumerable<string> Lines(string[][] orders, int firstEvent = 0) => orders.Select((items, i) => Line(firstEvent + i, items));

    private static string Line(int minute, string[] items, string? user = null, double unitPrice = 2.5) => JsonSerializer.Serialize(new
    {
        eventId = $"e{minute}",
        type = "purchase",
        occurredAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute % 80_000),
        userId = user ?? $"u{minute}",
        orderId = $"o{minute}",
        items = items.Select(item => new { productId = item, quantity = 1, unitPrice }),
    });

    private sealed class StopAt(TrainingStage? stage, CancellationTokenSource? stop) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Stage == stage)
            {
                stop!.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        }
    }

    private sealed class NoJobs : ITrainingJobs
    {
        public Task<TrainingJob> StartAsync(TrainingJobRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new TrainingJob(request.Shop, request.Tick, TrainingJobState.Running, default, null, null));

        public Task<TrainingJob?> FindLatestAsync(ShopId shop, CancellationToken cancellationToken) => Task.FromResult<TrainingJob?>(null);

        public Task<IReadOnlyList<TrainingJob>> ListAsync(ShopId shop, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<TrainingJob>>([]);

        public Task<TrainingJob?> CancelAsync(ShopId shop, string tick, CancellationToken cancellationToken) => Task.FromResult<TrainingJob?>(null);
    }

    private sealed class NoCsv : ICsvRows
    {
        public IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken) =>
            throw new NotSupportedException("These tests drop NDJSON only.");
    }
}

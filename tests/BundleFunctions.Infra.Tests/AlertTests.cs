using BundleFunctions.Infra.Tests.Alerts;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Infra.Tests;

/// <summary>Every alert's condition is made true in the rooms themselves, and the alert's own query is run over what they measured.</summary>
/// <remarks>Instruments are of the process, so these tests stand in one class, whose tests run one after the other.</remarks>
public sealed class AlertTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("acme");

    private readonly AlertShop _shop = new();

    [Fact]
    public async Task UnhealthyService_DocumentsCannotBeReached_Fires()
    {
        _shop.Documents.IsDown = true;

        await Fires("unhealthy-service", quiet: () => new AlertShop().Health.CheckAsync(default), loud: () => _shop.Health.CheckAsync(default));
    }

    [Fact]
    public async Task SilentService_WatchDoesNotRun_Fires() =>
        await Fires("silent-service", quiet: () => _shop.Health.CheckAsync(default), loud: () => Task.CompletedTask);

    [Fact]
    public async Task PoisonedBlobs_FileFailsAtEveryTry_Fires()
    {
        var settings = new BlobName(BlobLayout.Settings, $"{Shop}.json");

        await Fires(
            "poisoned-blobs",
            quiet: () => _shop.ReconcileAsync("a.ndjson", AlertShop.GoodLine),
            loud: async () =>
            {
                await _shop.PutAsync(settings, "{\"currency\":");
                await _shop.ReconcileAsync("b.ndjson", AlertShop.GoodLine);
            });
    }

    [Fact]
    public async Task HeldFiles_MostLinesAreBad_Fires() => await Fires(
        "held-files",
        quiet: () => _shop.IngestAsync("good.ndjson", AlertShop.GoodLine),
        loud: () => _shop.IngestAsync("bad.ndjson", string.Concat(Enumerable.Repeat("{\"type\":\"nothing\"}\n", 150))));

    [Fact]
    public async Task BadLines_OneInTenIsRefused_Fires() => await Fires(
        "bad-lines",
        quiet: () => _shop.IngestAsync("good.ndjson", AlertShop.Lines("g", 200)),
        loud: () => _shop.IngestAsync("mixed.ndjson", AlertShop.Lines("m", 180) + string.Concat(Enumerable.Repeat("{\"type\":\"nothing\"}\n", 20))));

    [Fact]
    public async Task DriftedInputs_PricesComeInCents_Fires()
    {
        await _shop.IngestAsync("learned.ndjson", AlertShop.Purchases("l", 400, "2026-02-20", 10));
        await _shop.PublishAsync();
        _shop.Clock.Advance(TimeSpan.FromDays(2));

        await Fires(
            "drifted-inputs",
            quiet: async () =>
            {
                await _shop.IngestAsync("same.ndjson", AlertShop.Purchases("s", 400, "2026-03-02", 10));
                await _shop.Drift.TickAsync(default);
            },
            loud: async () =>
            {
                _shop.Clock.Advance(TimeSpan.FromDays(1));
                await _shop.IngestAsync("cents.ndjson", AlertShop.Purchases("c", 400, "2026-03-03", 1000));
                (await _shop.Drift.TickAsync(default)).ShouldHaveSingleItem().Drift["price"].ShouldBeGreaterThan(1);
            });
    }

    [Fact]
    public async Task FailedTraining_NewestRunFailed_Fires() => await Fires(
        "failed-training",
        quiet: () => _shop.FollowAsync(TrainingJobState.Succeeded),
        loud: () => _shop.FollowAsync(TrainingJobState.Failed));

    [Fact]
    public async Task FailedTraining_RunCannotBeStarted_Fires() => await Fires(
        "failed-training",
        quiet: () => _shop.FollowAsync(TrainingJobState.Running),
        loud: async () =>
        {
            await _shop.IngestAsync("new.ndjson", AlertShop.GoodLine);
            _shop.Jobs.CannotStart = true;
            await _shop.Scheduler.TickAsync(_shop.Clock.GetUtcNow(), default);
        });

    [Fact]
    public async Task RefusedPublish_ModelIsBroken_Fires() => await Fires(
        "refused-publish",
        quiet: () => _shop.PublishAsync(),
        loud: async () =>
        {
            var model = new BlobName(BlobLayout.Models, $"{Shop}/m1/manifest.json");
            await _shop.PutAsync(model, "{}");
            (await _shop.Publisher.PublishAsync(model, default)).Outcome.ShouldBe(PublishOutcome.Refused);
        });

    [Fact]
    public async Task StaleGeneration_ModelIsOlderThanAWeek_Fires()
    {
        await _shop.PublishAsync();

        await Fires(
            "stale-generation",
            quiet: () => _shop.Health.CheckAsync(default),
            loud: () =>
            {
                _shop.Clock.Advance(TimeSpan.FromDays(8));
                return _shop.Health.CheckAsync(default);
            });
    }

    [Fact]
    public async Task ThrottledStores_StoreRefusesThirtyReads_Fires() => await Fires(
        "throttled-stores",
        quiet: () => _shop.Documents.FailAsync(times: 5),
        loud: () => _shop.Documents.FailAsync(times: 30));

    [Fact]
    public async Task SlowAnswers_StoreIsSlow_Fires()
    {
        await _shop.PublishAsync();

        // The first answer of a process is compiled on its way.
        await _shop.Reader().GetForProductAsync(Shop, AlertShop.Product, BundleQuery.Default, default);

        await Fires(
            "slow-answers",
            quiet: () => _shop.Reader().GetForProductAsync(Shop, AlertShop.Product, BundleQuery.Default, default),
            loud: () =>
            {
                _shop.Documents.Delay = TimeSpan.FromMilliseconds(700);
                return _shop.Reader(warm: false).GetForProductAsync(Shop, AlertShop.Product, BundleQuery.Default, default);
            });
    }

    [Fact]
    public async Task StaleAnswers_DocumentsAreGoneForAWhile_Fires()
    {
        await _shop.PublishAsync();

        await Fires(
            "stale-answers",
            quiet: () => _shop.AskAsync(120),
            loud: () =>
            {
                _shop.Documents.IsDown = true;
                return _shop.AskAsync(120);
            });
    }

    [Fact]
    public void Alerts_EachHasATestOfItsOwn()
    {
        var tests = GetType().GetMethods().Select(method => method.Name.Split('_')[0].ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

        AlertRule.All.ShouldAllBe(rule => tests.Contains(rule.Name.Replace("-", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Alerts_EachHasARunbook_AndNoRunbookIsWithoutItsAlert()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "operations.md")).ReplaceLineEndings("\n").Split("\n## Runbooks\n")[1].Split("\n## ")[0];
        var runbooks = text.Split("\n### ").Skip(1).ToDictionary(book => book.Split('\n')[0], book => book, StringComparer.Ordinal);

        runbooks.Keys.ShouldBe(AlertRule.All.Select(rule => rule.Name).Append("spend"), ignoreOrder: true);
        runbooks.Values.ShouldAllBe(book => book.Contains("**Means**", StringComparison.Ordinal) && book.Contains("**Look**", StringComparison.Ordinal) && book.Contains("**Do**", StringComparison.Ordinal));
    }

    [Fact]
    public void Alerts_AreReadByTheTemplate_AndNameWhatTheyAsk()
    {
        AlertRule.All.Select(rule => rule.Name).ShouldBeUnique();
        AlertRule.All.ShouldAllBe(rule => rule.Severity >= 0 && rule.Severity <= 4);
        AlertRule.All.Where(rule => rule.Query.StartsWith("customMetrics", StringComparison.Ordinal)).ShouldAllBe(rule => rule.Query.Contains($"name == '{rule.Metric}'", StringComparison.Ordinal));
    }

    private static async Task Fires(string alert, Func<Task> quiet, Func<Task> loud)
    {
        var rule = AlertRule.Get(alert);
        using (var before = new Signals())
        {
            await quiet();
            before.Fires(rule).ShouldBeFalse($"{alert} fires without its condition");
        }

        using var after = new Signals();
        await loud();
        after.Fires(rule).ShouldBeTrue($"{alert} does not fire: {string.Join("; ", after.Rows.Select(row => $"{row.Name}={row.Value}"))}");
    }
}

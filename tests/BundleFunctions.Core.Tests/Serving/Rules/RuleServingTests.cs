using BundleFunctions.Audit;
using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Rules;
using BundleFunctions.Sessions;
using OptOutList = BundleFunctions.Privacy.OptOutList;

namespace BundleFunctions.Core.Tests.Serving.Rules;

/// <summary>Rules in real answers.</summary>
public sealed class RuleServingTests
{
    private static readonly RuleChange Change = new("cli", "rules.replace", null, null);

    private readonly Kitchen _kitchen = new();
    private readonly RuleStore _store;
    private readonly LiveSessions _sessions;

    public RuleServingTests()
    {
        _store = new RuleStore(_kitchen.Blobs, new AuditLog(_kitchen.Blobs, _kitchen.Clock));
        _sessions = new LiveSessions(_kitchen.Memory, new OptOutList(_kitchen.Blobs, _kitchen.Memory, _kitchen.Clock), _kitchen.Clock, new SessionOptions());
    }

    private async Task<BundleReader> OpenAsync()
    {
        await _kitchen.PutCatalogueAsync(Kitchen.PairProducts(4));
        (await _kitchen.PublishAsync(await _kitchen.PutModelAsync(Kitchen.Pairs(4)))).Outcome.ShouldBe(PublishOutcome.Published);
        _kitchen.Clock.Advance(TimeSpan.FromMinutes(1));
        return new BundleReader(
            _kitchen.Blobs, _kitchen.Documents, _kitchen.Shops, new CatalogueReader(_kitchen.Blobs), _kitchen.Clock, new ServingOptions(), Kitchen.Ids,
            steps: [new RuleStep(new RuleShelf(_store, _kitchen.Clock), _sessions)]);
    }

    private static Rule Rule(string id, RuleAction action, string product) =>
        new() { Id = Identifier.Parse<RuleId>(id), Action = action, When = new RuleCondition { AnyProduct = $"productId = '{product}'" } };

    private async Task<string[]> HomeAsync(BundleReader reader, Pseudonym? visitor = null)
    {
        var context = new AnswerContext(Kitchen.Shop, AnswerPages.Home, _kitchen.Clock.GetUtcNow()) { Visitor = visitor };
        return [.. (await reader.GetAsync(context, BundleQuery.Default, default)).Bundles.Select(bundle => bundle.Items[0].ProductId.Value[1..])];
    }

    [Fact]
    public async Task Rules_Stored_WorkWithinTwoSecondsAndSayThatARuleAnswered()
    {
        var reader = await OpenAsync();
        (await HomeAsync(reader)).ShouldBe(["0", "1", "2", "3"]);

        await _store.SaveAsync(Kitchen.Shop, new RuleSet { Rules = [Rule("hide", RuleAction.Hide, "a0"), Rule("pin", RuleAction.Pin, "a3")] }, null, Change, default);
        _kitchen.Clock.Advance(TimeSpan.FromSeconds(2));

        (await HomeAsync(reader)).ShouldBe(["3", "1", "2"]);
        (await reader.GetHomeAsync(Kitchen.Shop, BundleQuery.Default, default)).Strategy.ShouldBe(AnswerStrategy.Rule);
        (await reader.GetForProductAsync(Kitchen.Shop, Kitchen.Id("a0"), BundleQuery.Default, default)).Bundles.ShouldAllBe(bundle => bundle.Items[0].ProductId != Kitchen.Id("a0"));
    }

    [Fact]
    public async Task Rules_StoreDown_LastKnownOnesWorkOn()
    {
        await _store.SaveAsync(Kitchen.Shop, new RuleSet { Rules = [Rule("hide", RuleAction.Hide, "a0")] }, null, Change, default);
        await OpenAsync();
        var shelf = new RuleShelf(new RuleStore(_kitchen.FaultyBlobs, new AuditLog(_kitchen.Blobs, _kitchen.Clock)), _kitchen.Clock);
        (await shelf.GetAsync(Kitchen.Shop, default)).ShouldNotBeNull();
        _kitchen.FaultyBlobs.Faults.Down = true;
        _kitchen.Clock.Advance(TimeSpan.FromHours(1));

        var context = new AnswerContext(Kitchen.Shop, AnswerPages.Home, _kitchen.Clock.GetUtcNow());
        (await shelf.GetAsync(Kitchen.Shop, default)).Select(context).Rules.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ExcludeOwned_WhatTheVisitorBought_IsNotOfferedAgainToThem()
    {
        var reader = await OpenAsync();
        await _store.SaveAsync(Kitchen.Shop, new RuleSet { ExcludeOwned = true }, null, Change, default);
        _kitchen.Clock.Advance(TimeSpan.FromSeconds(2));
        var visitor = Identifier.Parse<Pseudonym>(new string('a', 32));
        await _sessions.AppendAsync(Kitchen.Shop, [Purchase(visitor, "b1")], default);

        (await HomeAsync(reader, visitor)).ShouldBe(["0", "2", "3"]);
        (await HomeAsync(reader)).ShouldBe(["0", "1", "2", "3"]);
    }

    [Fact]
    public async Task RunAsync_ProposedRules_TellBeforeAndAfterAndStoreNothing()
    {
        var dryRun = new RuleDryRun(await OpenAsync());
        var before = new RuleSet { Rules = [Rule("hide", RuleAction.Hide, "a0")] };
        var after = new RuleSet { Rules = [Rule("pin", RuleAction.Pin, "a3")] };

        var report = await dryRun.RunAsync(new AnswerContext(Kitchen.Shop, AnswerPages.Home, _kitchen.Clock.GetUtcNow()), before, after, default);

        report.Bundles.Select(effect => $"{effect.ProductIds[0].Value[1..]}: {effect.Before}-{effect.After} {effect.RuleAfter}".TrimEnd())
            .ShouldBe(["3: 3-1 pin", "0: -2", "1: 1-3", "2: 2-4"]);
        report.Changed.ShouldBe(4);
        (await _store.ReadAsync(Kitchen.Shop, default)).ETag.ShouldBeNull();
    }

    private ShopEvent Purchase(Pseudonym visitor, string product) => new()
    {
        EventId = Identifier.Parse<EventId>($"e-{product}"),
        Type = EventType.Purchase,
        OccurredAt = _kitchen.Clock.GetUtcNow(),
        Visitor = visitor,
        Items = [new EventItem(Kitchen.Id(product), 1)],
    };
}

using System.Text;
using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Core.Tests.Serving.Steps;

public sealed class AnswerStepTests
{
    private readonly RecordingStep _step = new();

    private async Task<BundleReader> OpenAsync()
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(3));
        (await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(3)))).Outcome.ShouldBe(PublishOutcome.Published);
        return new BundleReader(
            kitchen.Blobs, kitchen.Documents, kitchen.Shops, new CatalogueReader(kitchen.Blobs), kitchen.Clock, new ServingOptions(), Kitchen.Ids, null, [_step]);
    }

    private static async Task<(RenderedAnswer Rendered, string Text)> AskAsync(BundleReader reader)
    {
        var rendered = await reader.RenderHomeAsync(Kitchen.Shop, BundleQuery.Default, default);
        return (rendered, Encoding.UTF8.GetString(rendered.Body.Span));
    }

    [Fact]
    public async Task RenderHomeAsync_StepWithNothingToDo_GivesTheCachedBytes()
    {
        var reader = await OpenAsync();

        var first = await AskAsync(reader);

        (await AskAsync(reader)).Rendered.ShouldBeSameAs(first.Rendered);
        _step.Applied.ShouldBe(0);
    }

    [Fact]
    public async Task RenderHomeAsync_StepForEverybody_IsCachedByItsStamp()
    {
        var reader = await OpenAsync();
        await AskAsync(reader);
        (_step.Plan, _step.Hidden) = (new StepPlan(7), "b1");

        var hidden = await AskAsync(reader);

        hidden.Text.ShouldNotContain("\"b1\"");
        hidden.Text.ShouldContain("\"variant\":\"trial\"");
        (await AskAsync(reader)).Rendered.ShouldBeSameAs(hidden.Rendered);
        _step.Applied.ShouldBe(1);
        _step.Plan = new StepPlan(8);
        (await AskAsync(reader)).Rendered.ShouldNotBeSameAs(hidden.Rendered);
    }

    [Fact]
    public async Task RenderHomeAsync_StepThatLooksAtTheAsker_IsPersonalAndNeverCached()
    {
        var reader = await OpenAsync();
        _step.Plan = new StepPlan(7, IsPersonal: true);

        var first = await AskAsync(reader);

        first.Rendered.IsPersonal.ShouldBeTrue();
        (await AskAsync(reader)).Rendered.ShouldNotBeSameAs(first.Rendered);
    }

    [Fact]
    public async Task RenderHomeAsync_StepThatCannotBeAsked_IsLeftOutAndTheAnswerSaysSo()
    {
        var reader = await OpenAsync();
        _step.IsBroken = true;

        var (rendered, text) = await AskAsync(reader);

        rendered.Cacheable.ShouldBeFalse();
        text.ShouldContain("rules or experiments cannot be read now");
        text.ShouldContain("\"a1\"");
    }
}

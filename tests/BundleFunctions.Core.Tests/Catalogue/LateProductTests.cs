using System.Text;
using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Catalogue;

/// <summary>Products that a catalogue file brings after their events, and after the model that learned from them.</summary>
public sealed class LateProductTests
{
    private readonly Kitchen _kitchen = new();

    [Fact]
    public async Task Publish_ProductThatCameAfterItsEvents_IsBundledWithoutALearningAnew()
    {
        await DropAsync("first.ndjson", "a0");
        var model = await _kitchen.PutModelAsync(Kitchen.Pairs(1));
        await _kitchen.PublishAsync(model);
        var before = await AskAsync();

        _kitchen.Clock.Advance(TimeSpan.FromMinutes(1));
        await DropAsync("late.ndjson", "b0");
        (await _kitchen.PublishAsync(model)).Outcome.ShouldBe(PublishOutcome.Published);

        before.ShouldBe(0);
        (await AskAsync()).ShouldBe(1);
    }

    private async Task<int> AskAsync()
    {
        var answer = await _kitchen.Reader().GetForProductAsync(Kitchen.Shop, Kitchen.Id("a0"), BundleQuery.Default, default);
        return answer.Strategy == AnswerStrategy.Bundle ? answer.Bundles.Count : 0;
    }

    private async Task DropAsync(string name, string product)
    {
        var blob = new BlobName("catalogue", $"demo/{name}");
        var line = $$"""{"productId":"{{product}}","title":"{{product}}","price":100,"cost":10,"stock":5}""";
        await _kitchen.Blobs.PutAsync(blob, new MemoryStream(Encoding.UTF8.GetBytes(line)), BlobCondition.None, default);
        await new CatalogueIntake(_kitchen.Blobs, _kitchen.Shops, new JsonOnly(), _kitchen.Clock).IngestAsync(blob, default);
    }
}

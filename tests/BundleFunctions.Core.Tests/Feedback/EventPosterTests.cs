using System.Text;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Feedback;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Feedback;

public sealed class EventPosterTests
{
    private readonly Porch _porch = new(new JsonOnly());

    [Fact]
    public async Task Post_GoodBadAndRepeatedEvents_AreAnsweredOneByOneAndComeInAtThePorch()
    {
        // A shop whose files have other columns still posts in our schema.
        await _porch.SaveSettingsAsync(new ShopSettings { EventMap = "online-retail" });
        var body = $"[\n{Lines.Purchase(1)},\n{Lines.Purchase(1)},\n{{\"type\":\"view\"}},\n{Lines.Purchase(2).Replace(",", ",\r\n", StringComparison.Ordinal)}]";

        var result = await PostAsync(body);
        var again = await PostAsync(body);
        var report = await _porch.Reconciler().ReconcileAsync(default);

        (result.Accepted, result.Duplicates, result.Refusal).ShouldBe((2, 1, null));
        result.Rejected.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Index.ShouldBe(2), r => r.Code.ShouldBe(RejectCodes.FieldMissing));
        again.Accepted.ShouldBe(2);
        report.Events.ShouldHaveSingleItem().Accepted.ShouldBe(2);
        (await _porch.EventsAsync()).Select(e => e.EventId.Value).ShouldBe(["e1", "e2"]);
    }

    [Fact]
    public async Task Post_OneObjectOverSeveralLines_IsOneEvent() =>
        (await PostAsync(Lines.Purchase(1).Replace(",", ",\n", StringComparison.Ordinal))).Accepted.ShouldBe(1);

    [Fact]
    public async Task Post_OneEventOnEachLine_IsRead()
    {
        var result = await PostAsync(Lines.Join([Lines.Purchase(1), "{broken}", Lines.Purchase(2)]));

        (result.Accepted, result.Rejected.Single().Index).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData("", RejectCodes.MalformedJson)]
    [InlineData("hello", RejectCodes.MalformedJson)]
    [InlineData("[{", RejectCodes.JsonArrayBroken)]
    public async Task Post_BodyThatIsNoEvents_IsRefused(string body, string code)
    {
        (await PostAsync(body)).Refusal!.Code.ShouldBe(code);
        (await _porch.StateAsync(BlobLayout.Events)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_OverTheBounds_IsRefusedAndNothingIsWritten()
    {
        (await PostAsync(Lines.Join(Enumerable.Range(0, 1001).Select(i => Lines.Purchase(i))))).Refusal!.Code.ShouldBe(RejectCodes.TooManyEvents);
        (await PostAsync(new string(' ', EventPoster.MaxBodyBytes + 1))).Refusal!.Code.ShouldBe(RejectCodes.BodyTooLarge);
        (await _porch.StateAsync(BlobLayout.Events)).ShouldBeEmpty();
    }

    private Task<PostEventsResult> PostAsync(string body) =>
        new EventPoster(_porch.Blobs, Porch.Pseudonymizer, _porch.Clock).PostAsync(Porch.Shop, Encoding.UTF8.GetBytes(body), default);
}

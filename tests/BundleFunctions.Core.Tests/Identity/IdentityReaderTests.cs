using BundleFunctions.Identity;
using static BundleFunctions.Core.Tests.Baskets.BasketEvents;

namespace BundleFunctions.Core.Tests.Identity;

public sealed class IdentityReaderTests
{
    [Fact]
    public void Read_DeviceOfOneUser_CountsForTheUserBeforeSigningInToo()
    {
        var events = Read(View(0, "phone"), View(1, "phone", "anna"), View(2, "phone"), View(3, "tablet"));

        events.Select(shopEvent => shopEvent.User).ShouldBe([Name("anna"), Name("anna"), Name("anna"), null]);
    }

    [Fact]
    public void Read_DeviceOfSeveralUsers_IsNobodys()
    {
        var (events, report) = ReadAll(new IdentityOptions(), View(0, "pc"), View(1, "pc", "anna"), View(2, "pc", "bert"), View(3, "pc", "anna"));

        events[0].User.ShouldBeNull();
        (report.SharedDevices, report.Stitched).ShouldBe((1, 0));
    }

    [Fact]
    public void Read_StitchingOff_LeavesEventsAsTheyAre() =>
        ReadAll(new IdentityOptions { StitchVisitors = false }, View(0, "phone"), View(1, "phone", "anna")).Events[0].User.ShouldBeNull();

    [Fact]
    public void Read_UserWithoutConsent_OwnsNoDeviceAndStillShowsThatItIsShared()
    {
        var refused = new Consent(Personalization: false, Analytics: true);

        Read(View(0, "a"), View(1, "a", "anna") with { Consent = refused })[0].User.ShouldBeNull();
        Read(View(0, "a"), View(1, "a", "anna") with { Consent = refused }, View(2, "a", "bert"))[0].User.ShouldBeNull();
    }

    [Fact]
    public void Read_ConsentWithdrawnLater_ForgetsThePersonInWhatWasDoneBefore()
    {
        var agreed = new Consent(true, true);
        var events = Read(
            View(0, "a", "anna") with { Consent = agreed }, View(1, "b", "bert") with { Consent = agreed }, View(2, "c", "anna") with { Consent = new Consent(false, true) });

        events.Select(shopEvent => shopEvent.User).ShouldBe([null, Name("bert"), null]);
        events[0].Visitor.ShouldBeNull();
    }

    [Fact]
    public void Read_EventsWithoutSession_AreCutByPauses()
    {
        var own = View(31, "a") with { Session = Name("own") };
        var events = Read(View(0, "a"), View(30, "a"), View(10, "b"), own, View(61, "a"), Refund("r", 62, "x", visitor: "a"));

        var sessions = events.Select(shopEvent => shopEvent.Session).ToArray();
        sessions[0].ShouldNotBeNull();
        sessions[1].ShouldBe(sessions[0]);
        sessions[2].ShouldNotBe(sessions[0]);
        sessions[3].ShouldBe(Name("own"));
        sessions[4].ShouldNotBe(sessions[0]);
        sessions[5].ShouldBeNull();
        ReadAll(new IdentityOptions { CutSessions = false }, View(0, "a")).Events[0].Session.ShouldBeNull();
    }

    [Fact]
    public void Read_ShopWithoutOrderIds_JoinsPurchasesOfOneBuyer()
    {
        ShopEvent[] purchases = [Purchase("1", 0, "a", user: "u"), Purchase("2", 20, "b", user: "u"), Purchase("3", 21, "c", user: "v"), Purchase("4", 90, "d", user: "u")];

        var orders = Read(purchases).Select(shopEvent => shopEvent.Order).ToArray();
        orders[1].ShouldBe(orders[0].ShouldNotBeNull());
        orders.Distinct().Count().ShouldBe(3);

        // One order id anywhere, and an event without one is an order of its own.
        Read([.. purchases, Purchase("5", 91, "e", order: "o")])[..4].ShouldAllBe(shopEvent => shopEvent.Order == null);
        ReadAll(new IdentityOptions { JoinPurchases = false }, purchases).Events.ShouldAllBe(shopEvent => shopEvent.Order == null);
    }

    [Fact]
    public void Read_ManyVisitors_ForgetsThoseWhoAreGone()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var reader = new IdentitySurvey(new IdentityOptions()).Settle();
        var first = reader.Read(View(0, "first")).Session;
        for (var i = 0; i < 120_000; i++)
        {
            reader.Read(View(0, "v") with { Visitor = Identifier.Parse<Pseudonym>(i.ToString("x32")), OccurredAt = start.AddSeconds(i) });
        }

        reader.Report().Sessions.ShouldBe(120_001);
        reader.Read(View(2000, "first")).Session.ShouldNotBe(first);
    }

    private static List<ShopEvent> Read(params ShopEvent[] events) => ReadAll(new IdentityOptions(), events).Events;

    private static (List<ShopEvent> Events, IdentityReport Report) ReadAll(IdentityOptions options, params ShopEvent[] events)
    {
        var survey = new IdentitySurvey(options);
        foreach (var shopEvent in events)
        {
            survey.Add(shopEvent);
        }

        var reader = survey.Settle();
        return ([.. events.Select(reader.Read)], reader.Report());
    }

    private static ShopEvent View(int minute, string visitor, string? user = null) =>
        Purchase($"v{minute}", minute, "p", user: user, visitor: visitor) with { Type = EventType.View };
}

using BundleFunctions.Baskets;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Privacy;

public sealed class PeopleFilterTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly Pseudonymizer Names = new("a key for tests, 32 bytes or more"u8);
    private static readonly Pseudonym Anna = Names.Create(PseudonymKind.User, Shop, "anna");
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryBlobStore _blobs = new();

    [Fact]
    public async Task ForLearning_WithoutConsentOrOptedOut_KeepsTheOrderAndForgetsThePerson()
    {
        var clock = new ManualClock();
        await new OptOutList(_blobs, new InMemoryDocumentStore(), clock).AddAsync(Shop, Anna, default);
        var people = await PeopleFilter.ReadAsync(_blobs, Shop, default);
        ShopEvent[] events = [Purchase("1", Anna, null), Purchase("2", Other(2), new Consent(false, true)), Purchase("3", Other(3), new Consent(true, true)), Purchase("4", Other(4), null)];

        var learned = events.Select(people.ForLearning).ToArray();

        learned.Select(shopEvent => shopEvent.User is null && shopEvent.Visitor is null).ShouldBe([true, true, false, false]);
        learned.Select(shopEvent => shopEvent.Order).ShouldBe(events.Select(shopEvent => shopEvent.Order));
        var baskets = new BasketBuilder();
        foreach (var shopEvent in learned)
        {
            baskets.Add(shopEvent);
        }

        baskets.Build().Baskets.Count.ShouldBe(4);
    }

    [Fact]
    public async Task ForLearning_WithoutConsentToAnalytics_IsInNoBasketEither()
    {
        var people = await PeopleFilter.ReadAsync(_blobs, Shop, default);
        var baskets = new BasketBuilder();

        baskets.Add(people.ForLearning(Purchase("1", Anna, new Consent(false, false))));

        baskets.Build().Baskets.ShouldBeEmpty();
    }

    [Fact]
    public void None_LeavesEveryEventAsItIs()
    {
        var own = Purchase("1", Anna, null);

        PeopleFilter.None.ForLearning(own).ShouldBeSameAs(own);
        PeopleFilter.None.IsErased(own).ShouldBeFalse();
        PeopleFilter.None.MustNotKnow(Anna, Noon).ShouldBeFalse();
    }

    private static Pseudonym Other(int number) => Names.Create(PseudonymKind.User, Shop, $"other-{number}");

    private static ShopEvent Purchase(string id, Pseudonym user, Consent? consent) => new()
    {
        EventId = Identifier.Parse<EventId>(id),
        Type = EventType.Purchase,
        OccurredAt = Noon,
        User = user,
        Visitor = Names.Create(PseudonymKind.Visitor, Shop, $"device-{id}"),
        Order = Names.Create(PseudonymKind.Order, Shop, $"order-{id}"),
        Items = [new EventItem(Identifier.Parse<ProductId>("a"), 1), new EventItem(Identifier.Parse<ProductId>("b"), 1)],
        Consent = consent,
    };
}

using BundleFunctions.Training.Ranking;

namespace BundleFunctions.Training.Tests.Ranking;

public sealed class ShownBundlesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Build_AnswersInAnyOrder_TellsWhatWasTakenOfWhatWasShown()
    {
        ShopEvent[] events =
        [
            Event(EventType.Impression, "r1", "a", 1), Event(EventType.Impression, "r1", "b", 1), Event(EventType.Click, "r1", "b", 2),
            Event(EventType.Impression, "r2", "a", 0), Event(EventType.Impression, "r2", "c", 0), Event(EventType.Purchase, "r2", "a", 9),
        ];

        foreach (var ordered in (ShopEvent[][])[events, [.. events.Reverse()]])
        {
            var shown = new ShownBundles();
            Array.ForEach(ordered, shown.Add);

            var answers = shown.Build();

            answers.Select(answer => answer.At).ShouldBe([Start, Start.AddMinutes(1)]);
            answers[0].Bundles.Select(bundle => bundle.Value).ShouldBe(["a", "c"]);
            answers[0].Taken.Select(bundle => bundle.Value).ShouldBe(["a"]);
            answers[1].Taken.Select(bundle => bundle.Value).ShouldBe(["b"]);
        }
    }

    [Fact]
    public void Build_WhatTellsNothing_IsLeftOut()
    {
        var shown = new ShownBundles();
        shown.Add(Event(EventType.Impression, "only-shown", "a", 1));
        shown.Add(Event(EventType.Click, "all-taken", "a", 1));
        shown.Add(Event(EventType.Impression, "refused", "a", 1) with { Consent = new Consent(Personalization: true, Analytics: false) });
        shown.Add(Event(EventType.Click, "refused", "b", 1) with { Consent = new Consent(Personalization: true, Analytics: false) });
        shown.Add(Event(EventType.Impression, "nobody", "a", 1) with { Visitor = null });
        shown.Add(Event(EventType.Click, "nobody", "b", 1) with { Visitor = null });

        shown.Build().ShouldBeEmpty();
    }

    [Fact]
    public void Build_MoreAnswersThanAreRemembered_KeepsTheFirstOnes()
    {
        var shown = new ShownBundles(maxAnswers: 1);
        foreach (var answer in (string[])["r1", "r2"])
        {
            shown.Add(Event(EventType.Impression, answer, "a", 1));
            shown.Add(Event(EventType.Click, answer, "b", 2));
        }

        shown.Build().Count.ShouldBe(1);
    }

    private static ShopEvent Event(EventType type, string answer, string bundle, int minute) => new()
    {
        EventId = Identifier.Parse<EventId>($"{type}-{answer}-{bundle}"),
        Type = type,
        OccurredAt = Start.AddMinutes(minute),
        Visitor = Identifier.Parse<Pseudonym>(new string('1', 32)),
        RecommendationId = answer,
        BundleId = Identifier.Parse<BundleId>(bundle),
    };
}

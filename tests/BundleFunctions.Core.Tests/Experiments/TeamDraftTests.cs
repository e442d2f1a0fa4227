using BundleFunctions.Experiments;
using BundleFunctions.Serving;
using static BundleFunctions.Core.Tests.Experiments.Sample;

namespace BundleFunctions.Core.Tests.Experiments;

public sealed class TeamDraftTests
{
    private static readonly Candidate[] First = [Candidate("a", 4), Candidate("b", 3), Candidate("c", 2)];
    private static readonly Candidate[] Second = [Candidate("c", 9), Candidate("d", 8), Candidate("a", 7)];

    [Fact]
    public void Mix_TwoRankings_HoldsEachBundleOnceAndBothBests()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var draft = TeamDraft.Mix(First, Second, 10, $"{seed}");

            draft.Candidates.Select(candidate => candidate.Bundle.BundleId.Value).Order().ShouldBe(["a", "b", "c", "d"]);
            draft.Candidates.Take(2).Select(candidate => candidate.Bundle.BundleId.Value).ShouldBe(["a", "c"], ignoreOrder: true);
        }
    }

    [Fact]
    public void Credit_ClicksAtRandom_SpeakForNeither()
    {
        var balance = Enumerable.Range(0, 4000).Sum(i =>
        {
            var draft = TeamDraft.Mix(First, Second, 4, $"visitor-{i}");
            return draft.Credit([draft.Candidates[i % 4].Bundle.BundleId]);
        });

        Math.Abs(balance).ShouldBeLessThan(250);
        TeamDraft.PValue(600, 400).ShouldBeLessThan(1e-6);
        TeamDraft.PValue(51, 49).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Credit_VisitorsWhoFollowOneRanking_SpeakForIt()
    {
        // They want d, which only the second ranking has.
        var wins = Enumerable.Range(0, 200).Count(i => TeamDraft.Mix(First, Second, 4, $"{i}").Credit([Candidate("d", 1).Bundle.BundleId]) < 0);

        wins.ShouldBe(200);
    }
}

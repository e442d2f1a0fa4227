using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Profiles;
using BundleFunctions.Segments;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Segments;

namespace BundleFunctions.Training.Tests.Segments;

/// <summary>Planted groups of users come back as segments, under names that tell of them and under ids that last.</summary>
public sealed class SegmentLearnerTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);
    private static readonly TrainingContext Context = new(2, 7);

    [Fact]
    public void Learn_ThreePlantedGroups_FindsThemAndSaysWhatMarksThem()
    {
        var planted = Planted(seed: 1);

        var table = Learn(planted).ShouldNotBeNull();

        table.Segments.Count.ShouldBe(3);
        foreach (var group in planted.GroupBy(one => one.Group))
        {
            var segment = group.GroupBy(one => table.Of(one.Profile).Id).OrderByDescending(found => found.Count()).First();
            ((double)segment.Count() / group.Count()).ShouldBeGreaterThan(0.97, group.Key);
        }

        NameOf(table, planted, "keen").ShouldContain("Cameras");
        NameOf(table, planted, "keen").ShouldContain("spends much");
        NameOf(table, planted, "toys").ShouldContain("Toys");
        NameOf(table, planted, "gone").ShouldContain("long away");
        table.Segments.Sum(segment => segment.Users).ShouldBe(planted.Count);
        SegmentOf(table, planted, "keen").Means["orders"].ShouldBe(12, 1);
    }

    [Fact]
    public void Learn_NextRunWithOtherUsersAndANewGroup_KeepsIdsAndGivesANewOne()
    {
        var before = Learn(Planted(seed: 1))!;

        // A tenth is new, everybody has moved a little, and a group has come that was not there.
        var later = Planted(seed: 2).Concat(Group("garden", 150, new SeededRandom(9), "Garden", orders: 5, daysAgo: 20, level: 0.9, spent: 300)).ToList();
        var after = Learn(later, before)!;

        after.Segments.Count.ShouldBe(4);
        foreach (var group in new[] { "keen", "toys", "gone" })
        {
            SegmentOf(after, later, group).Id.ShouldBe(SegmentOf(before, later, group).Id);
        }

        SegmentOf(after, later, "garden").Id.ShouldBe("s4");
        after.NextNumber.ShouldBe(5);
        var last = Learn(Planted(seed: 3), after)!;
        last.NextNumber.ShouldBe(5);
        last.Segments.Select(segment => segment.Id).ShouldBe(["s1", "s2", "s3"], ignoreOrder: true);
    }

    [Fact]
    public void Learn_OtherOrderOtherPseudonymsOtherThreads_IsTheSameTable()
    {
        var planted = Planted(seed: 1);
        var renamed = planted.Select((one, i) => (one.Group, one.Profile with { User = User(90_000 - i) })).Reverse().ToList();

        var expected = Text(Learn(planted)!);

        Text(Learn(renamed)!).ShouldBe(expected);
        Text(new SegmentLearner(new SegmentOptions()).Learn([.. planted.Select(one => one.Profile)], null, new TrainingContext(8, 7), default)!).ShouldBe(expected);
    }

    [Fact]
    public void Learn_FewUsersOrOffOrAllAlike_IsNone()
    {
        var planted = Planted(seed: 1);
        Learn(planted[..40]).ShouldBeNull();
        new SegmentLearner(new SegmentOptions { Enabled = false }).Learn([.. planted.Select(one => one.Profile)], null, Context, default).ShouldBeNull();
        Learn([.. Enumerable.Range(0, 80).Select(i => ("same", planted[0].Profile with { User = User(i) }))]).ShouldBeNull();
    }

    private static SegmentTable? Learn(IReadOnlyList<(string Group, UserProfile Profile)> planted, SegmentTable? previous = null) =>
        new SegmentLearner(new SegmentOptions()).Learn([.. planted.Select(one => one.Profile)], previous, Context, default);

    private static string Text(SegmentTable table)
    {
        using var stream = new MemoryStream();
        SegmentFiles.Write(table, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string NameOf(SegmentTable table, IReadOnlyList<(string Group, UserProfile Profile)> planted, string group) => SegmentOf(table, planted, group).Name;

    private static Segment SegmentOf(SegmentTable table, IReadOnlyList<(string Group, UserProfile Profile)> planted, string group) =>
        planted.Where(one => one.Group == group).GroupBy(one => table.Of(one.Profile)).MaxBy(found => found.Count())!.Key;

    private static List<(string Group, UserProfile Profile)> Planted(ulong seed)
    {
        var random = new SeededRandom(seed);
        return
        [
            .. Group("keen", 200, random, "Cameras", orders: 12, daysAgo: 5, level: 0.8, spent: 2500),
            .. Group("toys", 300, random, "Toys", orders: 2, daysAgo: 15, level: 0.3, spent: 60),
            .. Group("gone", 250, random, "Books", orders: 1, daysAgo: 200, level: 0.5, spent: 25),
        ];
    }

    private static IEnumerable<(string Group, UserProfile Profile)> Group(
        string name, int count, SeededRandom random, string category, int orders, int daysAgo, double level, decimal spent)
    {
        var offset = name.Sum(letter => letter) * 1000;
        for (var i = 0; i < count; i++)
        {
            var share = 0.7 + (0.25 * random.NextDouble());
            var day = Today.AddDays(-(daysAgo / 2) - random.NextInt32(daysAgo + 1));
            var profile = new UserProfile(
                User(offset + i),
                Math.Max(1, orders - (orders / 4) + random.NextInt32((orders / 2) + 1)),
                day,
                day,
                null,
                Math.Clamp(level + ((random.NextDouble() - 0.5) * 0.2), 0, 1),
                [new Interest($"{category}/All", share), new Interest("Other", 1 - share)],
                [],
                []);
            yield return (name, profile with { Spent = decimal.Round(spent * (decimal)(0.7 + (0.6 * random.NextDouble())), 2) });
        }
    }

    private static Pseudonym User(int number) => Identifier.Parse<Pseudonym>(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));
}

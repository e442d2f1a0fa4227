using BundleFunctions.Intake;
using BundleFunctions.Intake.Fast;

namespace BundleFunctions.Core.Tests.Intake;

/// <summary>Ids of one file are each known once, however often the table has grown.</summary>
public sealed class SeenEventsTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1024)]
    [InlineData(300_000)]
    public void Contains_OfManyIds_KnowsEachFromItsSecondTimeOn(int count)
    {
        var seen = new SeenEvents();
        var news = 0;

        for (var i = 0; i < count; i++)
        {
            news += seen.Contains(Hash(i), (ulong)i, out _) ? 0 : 1;
        }

        news.ShouldBe(count);
        for (var i = 0; i < count; i++)
        {
            seen.Contains(Hash(i), (ulong)i, out var differs).ShouldBeTrue();
            differs.ShouldBeFalse();
        }

        seen.Contains(Hash(count), 0, out _).ShouldBeFalse();
        seen.IsFull.ShouldBeFalse();
    }

    [Fact]
    public void Contains_OfHashesAtBothEndsOfTheTable_KeepsThemApart()
    {
        var seen = new SeenEvents();

        // All fall into the last slot, so that the search for a free one goes on at the first.
        for (var i = 0UL; i < 100; i++)
        {
            seen.Contains(ulong.MaxValue - i, i, out _).ShouldBeFalse();
        }

        seen.Contains(ulong.MaxValue - 50, 50, out var same).ShouldBeTrue();
        same.ShouldBeFalse();
        seen.Contains(ulong.MaxValue - 50, 51, out var differs).ShouldBeTrue();
        differs.ShouldBeTrue();
        seen.Contains(0, 0, out _).ShouldBeFalse();
        seen.Contains(0, 0, out _).ShouldBeTrue();
    }

    [Fact]
    public void Contains_OfMoreIdsThanAreRemembered_SaysThatItIsFullAndForgetsNothing()
    {
        var seen = new SeenEvents();
        for (var i = 0; i <= IntakeLimits.RememberedIds; i++)
        {
            seen.Contains(Hash(i), 0, out _);
        }

        seen.IsFull.ShouldBeTrue();
        seen.Contains(Hash(0), 0, out _).ShouldBeTrue();
        seen.Contains(Hash(IntakeLimits.RememberedIds - 1), 0, out _).ShouldBeTrue();
        seen.Contains(Hash(IntakeLimits.RememberedIds), 0, out _).ShouldBeFalse();
    }

    private static ulong Hash(int i) => FastHash.Mix((ulong)i, 0xA24BAED4963EE407UL);
}

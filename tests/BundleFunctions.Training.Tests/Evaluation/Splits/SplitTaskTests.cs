using BundleFunctions.Training.Evaluation.Splits;

namespace BundleFunctions.Training.Tests.Evaluation.Splits;

public sealed class SplitTaskTests
{
    [Fact]
    public void Baskets_AnyLog_AskForOneItemOfEachTestedBasketAndLearnFromNoneOfThem()
    {
        var log = RandomLog.Of(7);
        var split = TimeSplit.Of(log, new SplitShares());
        var tasks = SplitTasks.Baskets("orders", log, split, seed: 4);

        tasks.Test.Validate().ShouldBeNull();
        tasks.Test.Train.Rows.Rows.ShouldBe(split.Train.Length + split.Validation.Length);
        tasks.Validation.Task.Train.Rows.Rows.ShouldBe(split.Train.Length);
        tasks.Test.Cases.Select(asked => asked.Query.Items.Concat(asked.Relevant).Order().ToArray())
            .ShouldBe(split.Test.Select(row => log.Rows.ColumnsOf(row).ToArray()).Where(items => items.Length >= 2));
        tasks.Test.Cases.ShouldAllBe(asked => asked.Relevant.Length == 1);
        tasks.Test.Train.Moments.Count.ShouldBe(tasks.Test.Train.Rows.Rows);
        var newest = tasks.Test.Train.Moments[^1];
        tasks.Test.Cases.ShouldAllBe(asked => asked.Query.Moment > newest);
    }

    [Fact]
    public void Baskets_MoreCasesThanAllowed_ThinsThemOutOverTheWholeTime()
    {
        var log = RandomLog.Of(7, rows: 2000);
        var split = TimeSplit.Of(log, new SplitShares());
        var all = BasketTask.Of("t", log, split.Train, split.Test, seed: 4);
        var few = BasketTask.Of("t", log, split.Train, split.Test, seed: 4, maxCases: 10);
        few.Cases.Count.ShouldBe(10);
        few.Cases[^1].Query.Moment.ShouldBeGreaterThan(all.Cases[all.Cases.Count * 8 / 10].Query.Moment);
        few.Cases.ShouldAllBe(asked => all.Cases.Any(other => other.Query.Items.SequenceEqual(asked.Query.Items) && other.Relevant.SequenceEqual(asked.Relevant)));
    }

    [Fact]
    public void NextBaskets_LastBasketSplit_TellsTheWholePastAndAsksTheLast()
    {
        var log = RandomLog.Of(9);
        var tasks = SplitTasks.NextBaskets("users", log, LastBasketSplit.Of(log));

        tasks.Test.Validate().ShouldBeNull();
        tasks.Test.RepeatsCount.ShouldBeTrue();
        tasks.Test.Cases.ShouldNotBeEmpty();
        foreach (var asked in tasks.Test.Cases)
        {
            var user = asked.Query.Row;
            user.ShouldBeGreaterThanOrEqualTo(0);
            tasks.Test.Train.Histories[user].ShouldBe(asked.Query.History);
            asked.Query.Items.ShouldBe(asked.Query.History.SelectMany(basket => basket).Distinct().Order());
        }
    }

    [Fact]
    public void NextBaskets_UsersHeldOutWhole_AreNoTrainingRows()
    {
        var log = RandomLog.Of(9);
        var split = GroupSplit.ByUser(log, new SplitShares(0.2, 0.2), seed: 1);
        var task = SplitTasks.NextBaskets("users", log, split).Test;
        task.Cases.ShouldNotBeEmpty();
        task.Cases.ShouldAllBe(asked => asked.Query.Row == -1 && asked.Query.History.Length >= 1);
    }

    [Fact]
    public void Segments_EachCase_IsHeadOrTailAndColdWhereNothingOfItsQueryIsKnown()
    {
        var log = new InteractionLog(Models.Checkerboard.Of(
            [.. Enumerable.Repeat(new[] { 0, 1 }, 9), [2, 3], [0, 1], [2, 3], [4, 5]], 6).Rows);
        var task = BasketTask.Of("t", log, [.. Enumerable.Range(0, 10)], [10, 11, 12], seed: 1);
        task.Segments.ShouldBe([["head", "known.0-1"], ["tail", "known.0-1"], ["tail", "cold", "known.0-1"]]);
    }
}

using BundleFunctions.Training.Evaluation.Splits;

namespace BundleFunctions.Training.Tests.Evaluation.Splits;

public sealed class SplitTests
{
    private static readonly SplitShares Shares = new(Validation: 0.15, Test: 0.2);

    public static TheoryData<string> Kinds => ["time", "user", "session", "last", "fold0", "fold3", "userFold1"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_AnyLog_PutsEveryRowInExactlyOnePart(string kind)
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var log = RandomLog.Of(seed, rows: (int)(seed * 5));
            var split = Split(kind, log, seed);
            split.Train.Concat(split.Validation).Concat(split.Test).Order().ShouldBe(Enumerable.Range(0, log.Count));
            split.TrainAndValidation.ShouldBe(split.Train.Concat(split.Validation).Order());
            Split(kind, log, seed).Test.ShouldBe(split.Test, "equal seeds split alike");
        }
    }

    [Fact]
    public void Time_AnyLog_NeverLearnsFromTheMomentItIsAskedAbout()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var log = RandomLog.Of(seed);
            var split = TimeSplit.Of(log, Shares);
            split.Validation.ShouldNotBeEmpty();
            split.Test.ShouldNotBeEmpty();
            log.Moments[split.Train[^1]].ShouldBeLessThan(log.Moments[split.Validation[0]]);
            log.Moments[split.Validation[^1]].ShouldBeLessThan(log.Moments[split.Test[0]]);
            split.Test.Length.ShouldBeInRange(30, 40);
        }
    }

    [Fact]
    public void At_Moments_SplitsThere()
    {
        var log = RandomLog.Of(1);
        var split = TimeSplit.At(log, log.Moments[60], log.Moments[150]);
        split.Train.ShouldAllBe(row => log.Moments[row] < log.Moments[60]);
        split.Validation.ShouldAllBe(row => log.Moments[row] >= log.Moments[60] && log.Moments[row] < log.Moments[150]);
        split.Test.ShouldAllBe(row => log.Moments[row] >= log.Moments[150]);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("session")]
    public void Group_AnyLog_NeverPartsAGroup(string kind)
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var log = RandomLog.Of(seed);
            var split = Split(kind, log, seed);
            var groups = kind == "user" ? log.Users : log.Sessions;
            int[] Known(int[] rows) => [.. rows.Select(row => groups[row]).Where(group => group >= 0).Distinct()];
            Known(split.Train).Concat(Known(split.Validation)).Concat(Known(split.Test)).ShouldBeUnique();
            split.Test.Length.ShouldBeInRange(15, 80);
        }
    }

    [Fact]
    public void KFold_AllFolds_TestEveryRowOnceInEvenParts()
    {
        var folds = GroupSplit.KFold(RandomLog.Of(4, rows: 203), folds: 5, seed: 9);
        folds.SelectMany(fold => fold.Test).Order().ShouldBe(Enumerable.Range(0, 203));
        folds.ShouldAllBe(fold => fold.Test.Length == 40 || fold.Test.Length == 41);
    }

    [Fact]
    public void Group_OtherSeed_SplitsOtherwise()
    {
        var log = RandomLog.Of(1);
        GroupSplit.ByUser(log, Shares, 1).Test.ShouldNotBe(GroupSplit.ByUser(log, Shares, 2).Test);
    }

    [Fact]
    public void LastBasket_EachUser_IsAskedAboutTheLastAndLearnedFromTheFirst()
    {
        var log = RandomLog.Of(3);
        var split = LastBasketSplit.Of(log);
        foreach (var rows in Enumerable.Range(0, log.Count).Where(row => log.Users[row] >= 0).GroupBy(row => log.Users[row]).Select(rows => rows.ToArray()))
        {
            split.Test.Intersect(rows).ShouldBe(rows.Length >= 2 ? rows[^1..] : []);
            split.Validation.Intersect(rows).ShouldBe(rows.Length >= 3 ? rows[^2..^1] : []);
        }
    }

    [Fact]
    public void LeaveOneOut_AnyRows_RemainingAndHiddenTogetherAreTheInput()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var rows = RandomLog.Of(seed).Rows;
            var (remaining, hidden) = LeaveOneOut.Of(rows, seed);
            for (var row = 0; row < rows.Rows; row++)
            {
                (hidden[row] >= 0).ShouldBe(rows.ColumnsOf(row).Length >= 2);
                remaining.ColumnsOf(row).ToArray().Concat(hidden[row] >= 0 ? [hidden[row]] : []).Order().ShouldBe(rows.ColumnsOf(row).ToArray());
            }
        }
    }

    [Fact]
    public void LeaveOneOut_RowsInAnotherOrder_HidesTheSameItems()
    {
        var log = RandomLog.Of(2);
        var reversed = Models.Checkerboard.Of([.. Enumerable.Range(0, log.Count).Reverse().Select(row => log.Rows.ColumnsOf(row).ToArray())], RandomLog.Items).Rows;
        LeaveOneOut.Of(reversed, 5).Hidden.Reverse().ShouldBe(LeaveOneOut.Of(log.Rows, 5).Hidden);
        LeaveOneOut.Of(log.Rows, 6).Hidden.ShouldNotBe(LeaveOneOut.Of(log.Rows, 5).Hidden);
    }

    private static RowSplit Split(string kind, InteractionLog log, ulong seed) => kind switch
    {
        "time" => TimeSplit.Of(log, Shares),
        "user" => GroupSplit.ByUser(log, Shares, seed),
        "session" => GroupSplit.BySession(log, Shares, seed),
        "last" => LastBasketSplit.Of(log),
        "userFold1" => GroupSplit.KFold(log, 4, seed, byUser: true)[1],
        _ => GroupSplit.KFold(log, 4, seed)[kind[^1] - '0'],
    };
}

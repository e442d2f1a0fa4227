using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Tests.Evaluation.Splits;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Evaluation.Gate;

public sealed class InputDriftTests
{
    [Fact]
    public void Of_TwoDrawsOfOneShop_IsNoChange() =>
        InputDrift.Of(Data(1), Data(2)).ShouldBeLessThan(0.1);

    [Fact]
    public void Of_SameRows_IsZero() => InputDrift.Of(Data(1), Data(1)).ShouldBe(0);

    [Fact]
    public void Of_OtherItemsOrOtherLengths_IsGreatChange()
    {
        var data = Data(1);
        var rows = Enumerable.Range(0, data.Rows.Rows).Select(row => data.Rows.ColumnsOf(row).ToArray()).ToArray();
        InputDrift.Of(data, Checkerboard.Of([.. rows.Select(row => row.Select(item => item / 3).Distinct().ToArray())], RandomLog.Items)).ShouldBeGreaterThan(0.25);
        InputDrift.Of(data, Checkerboard.Of([.. rows.Select(row => row.Take(1).ToArray())], RandomLog.Items)).ShouldBeGreaterThan(0.25);
    }

    [Fact]
    public void Of_NothingOnOneSide_IsFinite() =>
        double.IsFinite(InputDrift.Of(Checkerboard.Of([[], []], RandomLog.Items), Data(1))).ShouldBeTrue();

    private static BundleFunctions.Training.Models.TrainingData Data(ulong seed) => new(RandomLog.Of(seed, rows: 3000).Rows);
}

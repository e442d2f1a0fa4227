namespace BundleFunctions.Training.Tests.Models;

public sealed class TrainingDataTests
{
    [Fact]
    public void TakeRows_SomeRows_KeepsAllThatIsKnownOfThem()
    {
        var data = Checkerboard.Of([[0, 1], [2], [], [1, 3]], 4) with
        {
            Moments = [10, 20, 30, 40],
            Users = [7, -1, 8, 9],
            Histories = [[[0], [1]], [[2]], [], [[1, 3]]],
            Sequences = [[new(1, 0), new(0, 2)], [new(2, 0)], [], [new(3, 1)]],
        };

        var taken = data.TakeRows([3, 0]);

        taken.Items.ShouldBe(4);
        taken.Rows.Rows.ShouldBe(2);
        taken.Rows.ColumnsOf(0).ToArray().ShouldBe([1, 3]);
        taken.Rows.ColumnsOf(1).ToArray().ShouldBe([0, 1]);
        taken.Moments.ShouldBe([40, 10]);
        taken.Users.ShouldBe([9, 7]);
        taken.Histories.Select(history => history.Length).ShouldBe([1, 2]);
        taken.Sequences.Select(steps => steps[0]).ShouldBe([new(3, 1), new(1, 0)]);
    }
}

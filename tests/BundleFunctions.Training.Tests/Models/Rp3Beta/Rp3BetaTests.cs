using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Rp3Beta;

namespace BundleFunctions.Training.Tests.Models.Rp3Beta;

public sealed class Rp3BetaTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new Rp3BetaTrainer(new Rp3BetaOptions());

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.7, 0.5)]
    [InlineData(0, 1)]
    public void Train_AnyExponents_IsTheWalksFormula(double alpha, double beta)
    {
        int[][] rows = [[0, 1, 2], [0, 1], [1, 3], [0, 3, 4], [2, 4], [1]];
        var model = new Rp3BetaTrainer(new Rp3BetaOptions { Alpha = alpha, Beta = beta }).Train(Checkerboard.Of(rows, 5), Context, CancellationToken.None);
        for (var from = 0; from < 5; from++)
        {
            var scores = Scores(model, [new Query([from])]);
            for (var to = 0; to < 5; to++)
            {
                var held = rows.Count(row => row.Contains(from));
                var expected = from == to ? 0 : rows.Where(row => row.Contains(from) && row.Contains(to))
                    .Sum(row => Math.Pow(1.0 / held / row.Length, alpha)) / Math.Pow(rows.Count(row => row.Contains(to)), beta);
                scores[to].ShouldBe((float)expected, 1e-6f, $"{from} to {to}");
            }
        }
    }
}

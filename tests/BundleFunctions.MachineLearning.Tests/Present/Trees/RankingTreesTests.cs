using BundleFunctions.Ranking;
using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Tests.Ranking;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BundleFunctions.MachineLearning.Tests;

public sealed class RankingTreesTests
{
    private static readonly TrainingContext Context = new(Threads: 2, Seed: 1);
    private static readonly RankingData Data = PlantedOrders.Make(600, seed: 1);

    public static TheoryData<string> Methods => ["fasttree", "lightgbm"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Export_OfAnyMethod_ScoresAsMlNetDoes(string method)
    {
        var unseen = PlantedOrders.Make(200, seed: 2);
        var (theirs, ours) = Both(method, unseen);

        for (var i = 0; i < theirs.Length; i++)
        {
            ours[i].ShouldBe(theirs[i], 1e-6 * Math.Max(1, Math.Abs(theirs[i])));
        }

        ours.Distinct().Count().ShouldBeGreaterThan(100);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Export_WrittenAndRead_IsTheSameRanker(string method)
    {
        var ranker = Trainer(method).Train(Data, Context, default);
        using var file = new MemoryStream();
        RankerFile.Write(ranker, file);

        var read = RankerFile.Read(file.ToArray());

        read.Method.ShouldBe(method);
        foreach (var group in Data.Groups.Take(50))
        {
            for (var row = 0; row < group.Rows; row++)
            {
                read.Score(group[row]).ShouldBe(ranker.Score(group[row]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Train_Twice_GivesTheSameBytes(string method)
    {
        byte[] Bytes(int threads)
        {
            using var file = new MemoryStream();
            RankerFile.Write(Trainer(method).Train(Data, Context with { Threads = threads }, default), file);
            return file.ToArray();
        }

        Bytes(1).ShouldBe(Bytes(8));
    }

    [Fact]
    public void Contest_OfAPlantedTruth_TreesBeatLinearAndLinearBeatsTheOrderBefore()
    {
        IRankerTrainer[] trainers = [new LinearRankerTrainer(), .. RankingTrees.Trainers];

        var result = new RankingContest(trainers, new GateOptions(), Context).Run(
            PlantedOrders.Make(1500, seed: 11), PlantedOrders.Make(600, seed: 12), PlantedOrders.Make(800, seed: 13), champion: null, default);

        double Ndcg(string name) => result.Figures.Single(figures => figures.Name == name).Mean;
        result.Failures.ShouldBeEmpty();
        Ndcg("linear").ShouldBeGreaterThan(Ndcg(RankingContest.Published) + 0.05);
        Ndcg("fasttree").ShouldBeGreaterThan(Ndcg("linear") + 0.03);
        Ndcg("lightgbm").ShouldBeGreaterThan(Ndcg("linear") + 0.03);
        result.Gate.Decision.ShouldBe("promote");
        result.Ranker.ShouldBeOfType<TreeRanker>();
    }

    private static IRankerTrainer Trainer(string method) => RankingTrees.Trainers.Single(trainer => trainer.Name == method);

    private static (double[] Theirs, double[] Ours) Both(string method, RankingData unseen)
    {
        var frame = RankingFrame.Of(new MLContext(1), unseen);
        var (scored, ensemble) = method == "fasttree"
            ? (new FastTreeRankerTrainer().Fit(Data, 1) is var fast ? fast.Transform(frame) : null, fast.Model.TrainedTreeEnsemble)
            : (new LightGbmRankerTrainer().Fit(Data, 1) is var light ? light.Transform(frame) : null, light.Model.TrainedTreeEnsemble);
        var ranker = TreeExport.Of(method, ensemble);
        var ours = unseen.Groups.SelectMany(group => Enumerable.Range(0, group.Rows).Select(row => ranker.Score(group[row]))).ToArray();
        return ([.. scored!.GetColumn<float>("Score").Select(score => (double)score)], ours);
    }
}

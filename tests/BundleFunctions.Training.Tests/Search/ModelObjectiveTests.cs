using BundleFunctions.Associations;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Search;
using BundleFunctions.Training.Tests.Evaluation;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Search;

public sealed class ModelObjectiveTests
{
    [Fact]
    public void Run_ModelWithOneGoodSetting_FindsItOnValidationAndTheTestAgrees()
    {
        var log = new InteractionLog(PlantedPairs.Data(40).Rows);
        var tasks = SplitTasks.Baskets("planted", log, TimeSplit.Of(log, new SplitShares()), seed: 1);
        var objective = new ModelObjective(tasks.Validation, setting => new Shifted(setting.Int("shift")), new Ndcg(10), new TrainingContext(1, 1));
        var space = new ParameterSpace(new IntParameter("shift", 0, 7));
        var result = new ParameterSearch(space, new RandomSampler(), objective.Try, new SearchOptions { MaxTrials = 40 }, TimeProvider.System)
            .Run(null, null, CancellationToken.None);

        result.Best!.Setting.Int("shift").ShouldBe(1);
        result.Best.Score!.Value.ShouldBeGreaterThan(0.5);
        objective.Try(result.Best.Setting, 0.2, CancellationToken.None).ShouldBe(result.Best.Score.Value, 0.25);
    }

    // Names item ^ shift: right where the shift is 1.
    private sealed class Shifted(int shift) : IRecommenderTrainer
    {
        public string Name => "shifted";

        public string Fingerprint => $"shift={shift}";

        public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
            new FormulaModel(data.Items, (query, item) => query.Items.Contains(item ^ shift) ? 1 : 0);

        public IRecommender Load(ModelArrays arrays) => throw new InvalidModelException("not saved");
    }
}

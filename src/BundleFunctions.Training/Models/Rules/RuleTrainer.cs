using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Rules;

/// <summary>Association rules as a recommender: <c>score(i) = the best figure of all rules {a, b, ...} -> {i} whose antecedent the query
/// holds whole</c>. The query's weights do not count: a rule applies or not.</summary>
/// <param name="options">Valid options.</param>
public sealed class RuleTrainer(RuleOptions options) : IRecommenderTrainer
{
    public string Name => "association-rules";

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var (found, _) = new RuleMiner(options).Find(data.Rows.ToSets(), cancellationToken);
        var rules = found.Where(rule => rule.Consequent.Length == 1 && Figure(rule) > 0).ToArray();
        var offsets = new int[rules.Length + 1];
        for (var rule = 0; rule < rules.Length; rule++)
        {
            offsets[rule + 1] = checked(offsets[rule] + rules[rule].Antecedent.Length);
        }

        return new RuleModel(
            Name,
            Fingerprint,
            data.Items,
            offsets,
            [.. rules.SelectMany(rule => rule.Antecedent)],
            [.. rules.Select(rule => rule.Consequent[0])],
            [.. rules.Select(rule => (float)Figure(rule))]);
    }

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        return RuleModel.Load(arrays);
    }

    private double Figure(AssociationRule rule) => options.Measure switch
    {
        RuleMeasure.Lift => rule.Lift,
        RuleMeasure.Leverage => rule.Leverage,
        _ => rule.Confidence,
    };
}

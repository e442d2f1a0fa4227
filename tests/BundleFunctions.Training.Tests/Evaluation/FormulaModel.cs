using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Tests.Evaluation;

/// <summary>A model that is a formula: the score of an item for a query.</summary>
internal sealed class FormulaModel(int items, Func<Query, int, float> score, string name = "formula") : IRecommender
{
    public int Items => items;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        for (var q = 0; q < queries.Length; q++)
        {
            for (var item = 0; item < items; item++)
            {
                scores[(q * items) + item] = score(queries[q], item);
            }
        }
    }

    public ModelArrays Save() => new(name, string.Empty);
}

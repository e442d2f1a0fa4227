using BundleFunctions.Ranking;
using BundleFunctions.Training.Ranking;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BundleFunctions.MachineLearning;

/// <summary>Answers as ML.NET takes them: a row a bundle, with its answer's number.</summary>
internal static class RankingFrame
{
    /// <summary>Stands for what is not known: below every value that a feature can have. Trees can ask for it, and no trainer's own ways with missing
    /// values, which differ and of which models tell nothing, come into play.</summary>
    public const float Missing = -2;

    public static IDataView Of(MLContext context, RankingData data)
    {
        var schema = SchemaDefinition.Create(typeof(RankingRow));
        schema[nameof(RankingRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, RankingFeatures.Count);
        schema[nameof(RankingRow.Answer)].ColumnType = new KeyDataViewType(typeof(uint), data.Groups.Count);
        return context.Data.LoadFromEnumerable(Rows(data), schema);
    }

    private static IEnumerable<RankingRow> Rows(RankingData data)
    {
        for (var g = 0; g < data.Groups.Count; g++)
        {
            var group = data.Groups[g];
            for (var row = 0; row < group.Rows; row++)
            {
                // Keys begin at 1; 0 is "none".
                yield return new RankingRow { Label = group.Relevant[row] ? 1 : 0, Features = Known(group[row]), Answer = (uint)(g + 1) };
            }
        }
    }

    private static float[] Known(ReadOnlySpan<float> features)
    {
        var known = features.ToArray();
        for (var i = 0; i < known.Length; i++)
        {
            known[i] = float.IsNaN(known[i]) ? Missing : known[i];
        }

        return known;
    }
}

using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>Scores what the user bought before by how often, everything else by a share below that of a single purchase.</summary>
/// <param name="shares">A number an item, 0..1; all 0 where only the user's own items are named.</param>
internal sealed class PersonalModel(string name, string fingerprint, float[] shares) : IRecommender
{
    public int Items => shares.Length;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        for (var q = 0; q < queries.Length; q++)
        {
            var query = queries[q];
            var row = scores.Slice(q * Items, Items);
            row.Clear();
            if (query.History.Length == 0)
            {
                for (var i = 0; i < query.Items.Length; i++)
                {
                    row[query.Items[i]] = query.WeightOf(i);
                }
            }

            foreach (var basket in query.History)
            {
                foreach (var item in basket)
                {
                    row[item]++;
                }
            }

            for (var item = 0; item < row.Length; item++)
            {
                row[item] += 0.99f * shares[item];
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(name, fingerprint).Add(SharesModel.SharesName, shares);
}

using BundleFunctions.DeepModels.Text;
using BundleFunctions.Scoring;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Tensors;

/// <summary>Writes what models learn from as a dataset folder (docs/tensors.md). The same data, vocabulary and seed give the same bytes.</summary>
internal static class DatasetWriter
{
    /// <param name="path">An empty folder.</param>
    /// <param name="vocabulary">Cuts texts; null where models are told no texts.</param>
    /// <param name="withPairs">Whether associations of pairs are written.</param>
    /// <returns>The SHA-256 of the manifest.</returns>
    public static string Write(TrainingData data, string path, BytePairs? vocabulary, bool withPairs, ulong seed)
    {
        var folder = new TensorFolder(path);
        WriteRows(data, folder);
        if (data.Content.Count > 0)
        {
            ItemTensors.Of(data.Content, vocabulary).WriteTo(folder);
        }

        if (withPairs)
        {
            PairStrengths.Of(data.Rows).WriteTo(folder);
        }

        return folder.Close(data.Items, data.Rows.Rows, ActionNames.All, vocabulary?.Size ?? 0, seed);
    }

    private static void WriteRows(TrainingData data, TensorFolder folder)
    {
        var offsets = new long[data.Rows.Rows + 1];
        var items = new List<int>();
        var actions = new List<byte>();
        var baskets = new List<int>();
        for (var row = 0; row < data.Rows.Rows; row++)
        {
            if (data.Sequences.Count > 0)
            {
                foreach (var step in data.Sequences[row])
                {
                    items.Add(step.Item);
                    actions.Add(step.Action);
                }
            }
            else if (data.Histories.Count > 0)
            {
                for (var basket = 0; basket < data.Histories[row].Length; basket++)
                {
                    items.AddRange(data.Histories[row][basket]);
                    baskets.AddRange(Enumerable.Repeat(basket, data.Histories[row][basket].Length));
                }
            }
            else
            {
                // A basket of its own: so the trainer knows that its order says nothing.
                var set = data.Rows.ColumnsOf(row);
                items.AddRange(set);
                baskets.AddRange(Enumerable.Repeat(0, set.Length));
            }

            offsets[row + 1] = items.Count;
        }

        folder.Add("row_offsets", offsets);
        folder.Add<int>("row_items", [.. items]);
        if (data.Sequences.Count > 0)
        {
            folder.Add<byte>("row_actions", [.. actions]);
        }
        else
        {
            folder.Add<int>("row_baskets", [.. baskets]);
        }

        if (data.Users.Count > 0)
        {
            folder.Add<int>("row_users", [.. data.Users]);
        }
    }
}

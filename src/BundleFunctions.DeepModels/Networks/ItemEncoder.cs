using BundleFunctions.DeepModels.Folders;
using BundleFunctions.DeepModels.Tensors;
using BundleFunctions.Scoring;

namespace BundleFunctions.DeepModels.Networks;

/// <summary>Computes the vectors of items from what is known of them.</summary>
internal static class ItemEncoder
{
    /// <returns>Items x width, for anchors and for their companions.</returns>
    public static (float[] Source, float[] Target) Run(ModelFolderManifest manifest, TensorModel network, ItemTensors items, CancellationToken cancellationToken)
    {
        var width = manifest.Outputs[0].Width;
        var (source, target) = (new float[(long)manifest.Items * width], new float[(long)manifest.Items * width]);
        using var call = network.NewCall(CallPool.Batch);
        for (var from = 0; from < manifest.Items; from += CallPool.Batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(CallPool.Batch, manifest.Items - from);
            for (var input = 0; input < manifest.Inputs.Count; input++)
            {
                Fill(manifest.Inputs[input], items, from, count, call, input);
            }

            call.Run();
            call.Output(0)[..(count * width)].CopyTo(source.AsSpan(from * width));
            call.Output(1)[..(count * width)].CopyTo(target.AsSpan(from * width));
        }

        return (source, target);
    }

    private static void Fill(TensorDeclaration input, ItemTensors items, int from, int count, TensorCall call, int place)
    {
        // Feature vectors of images and sounds come with the catalogue; where it has none they are zeros, and known for no item.
        if (input.Dtype is "float32")
        {
            call.Floats(place).Clear();
            return;
        }

        var values = call.Longs(place);
        values.Clear();
        for (var i = 0; i < count; i++)
        {
            var row = values.Slice(i * input.Width, input.Width);
            switch (input.Name)
            {
                case "tokens":
                    Fill(Of(items.Tokens, from + i), row, 0);
                    break;
                case "categories":
                    Fill(Last(Of(items.Categories, from + i), row.Length), row, 1);
                    break;
                case "attributes":
                    Fill(Last(Of(items.Attributes, from + i), row.Length), row, 1);
                    break;
                case "brand":
                    row[0] = items.Brand[from + i] + 1;
                    break;
                case "price_level":
                    row[0] = items.PriceLevel[from + i] + 1;
                    break;
            }
        }
    }

    private static int[] Of(int[][] lists, int item) => item < lists.Length ? lists[item] : [];

    // Of more numbers than there is room for the trainer keeps the last, which of categories are the narrowest.
    private static ReadOnlySpan<int> Last(int[] list, int room) => list.AsSpan(Math.Max(0, list.Length - room));

    private static void Fill(ReadOnlySpan<int> list, Span<long> row, int shift)
    {
        for (var i = 0; i < Math.Min(list.Length, row.Length); i++)
        {
            row[i] = list[i] + shift;
        }
    }
}

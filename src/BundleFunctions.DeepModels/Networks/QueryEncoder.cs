using BundleFunctions.DeepModels.Folders;
using BundleFunctions.Scoring;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Networks;

/// <summary>Writes queries into the inputs of a network: the newest steps, right-aligned, numbers + 1, zeros before them.</summary>
internal sealed class QueryEncoder(ModelFolderManifest manifest)
{
    private readonly int _length = manifest.Length;

    /// <summary>Whether the network is told actions.</summary>
    public bool TakesActions { get; } = manifest.Inputs.Count > 1;

    /// <param name="call">Has room for as many queries or more; what is left of it is cleared.</param>
    public void Encode(ReadOnlySpan<Query> queries, TensorCall call)
    {
        var items = call.Longs(0);
        var actions = TakesActions ? call.Longs(1) : [];
        items.Clear();
        actions.Clear();
        for (var q = 0; q < queries.Length; q++)
        {
            var row = items.Slice(q * _length, _length);
            if (manifest.Signature is Signatures.Set || manifest.Rows is RowKinds.Set)
            {
                Encode(Newest(queries[q]), row, row.Length);
            }
            else if (queries[q].Sequence.Length > 0)
            {
                Encode(queries[q].Sequence, row, TakesActions ? actions.Slice(q * _length, _length) : []);
            }
            else if (queries[q].History.Length > 0)
            {
                Encode(queries[q].History, row);
            }
            else
            {
                Encode(queries[q].Items, row, row.Length);
            }
        }
    }

    // What is known of the query's own set, each once. Of more than there is room for, what its past names last.
    private int[] Newest(Query query)
    {
        if (query.Items.Length <= _length)
        {
            return query.Items;
        }

        var past = query.Sequence.Length > 0 ? query.Sequence.Select(step => step.Item) : query.History.SelectMany(basket => basket);
        return [.. past.Reverse().Where(item => Array.BinarySearch(query.Items, item) >= 0).Concat(query.Items).Distinct().Take(_length)];
    }

    private static void Encode(SequenceStep[] steps, Span<long> row, Span<long> actions)
    {
        for (var i = 1; i <= Math.Min(steps.Length, row.Length); i++)
        {
            row[^i] = steps[^i].Item + 1;
            if (!actions.IsEmpty)
            {
                actions[^i] = steps[^i].Action + 1;
            }
        }
    }

    private static void Encode(int[][] history, Span<long> row)
    {
        var room = row.Length;
        for (var basket = history.Length - 1; basket >= 0 && room > 0; basket--)
        {
            room = Encode(history[basket], row, room);
        }
    }

    private static int Encode(int[] items, Span<long> row, int room)
    {
        for (var i = items.Length - 1; i >= 0 && room > 0; i--)
        {
            row[--room] = items[i] + 1;
        }

        return room;
    }
}

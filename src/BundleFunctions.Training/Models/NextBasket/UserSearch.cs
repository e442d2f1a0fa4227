using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Finds the users nearest to a vector, by posting lists. Immutable; the buffers of a search are its caller's.</summary>
internal sealed class UserSearch(SparseMatrix users)
{
    private readonly SparseMatrix _postings = users.Transpose();

    public int Users => users.Rows;

    /// <summary>Dot product of the vector with each user's; overwritten.</summary>
    public void Dots(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, Span<float> dots)
    {
        dots.Clear();
        for (var i = 0; i < items.Length; i++)
        {
            var who = _postings.ColumnsOf(items[i]);
            var values = _postings.ValuesOf(items[i]);
            for (var p = 0; p < who.Length; p++)
            {
                dots[who[p]] += weights[i] * values[p];
            }
        }
    }

    /// <summary>The users of the greatest similarity above 0, best first, ties to the lower number; the user <paramref name="except"/> is
    /// left out.</summary>
    /// <param name="similarities">Of each user, finite and 0 or more.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="except">A user that is the one asked for; -1 for none.</param>
    /// <param name="keys">Room for as many as there are users.</param>
    public static int[] Nearest(ReadOnlySpan<float> similarities, int count, int except, ulong[] keys)
    {
        var found = 0;
        for (var user = 0; user < similarities.Length; user++)
        {
            if (similarities[user] > 0 && user != except)
            {
                // Bits of positive floats ascend as they do; turned round, so that sorting puts the nearest first.
                keys[found++] = ((ulong)~BitConverter.SingleToUInt32Bits(similarities[user]) << 32) | (uint)user;
            }
        }

        Array.Sort(keys, 0, found);
        var nearest = new int[Math.Min(found, count)];
        for (var i = 0; i < nearest.Length; i++)
        {
            nearest[i] = (int)(uint)keys[i];
        }

        return nearest;
    }
}

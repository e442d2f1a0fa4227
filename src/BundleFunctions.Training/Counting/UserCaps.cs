using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Counting;

/// <summary>Bounds what one user can say: a robot's hundred thousand orders count as a few.</summary>
public static class UserCaps
{
    /// <summary>The rows that count: of each user the newest few, and all of whose user nothing is known.</summary>
    /// <param name="users">Whose row each is, oldest row first; below 0 where that is not known.</param>
    /// <param name="maxRowsPerUser">Rows of one user that count, 1 or more; 0 sets no bound.</param>
    /// <returns>Row numbers, ascending.</returns>
    public static int[] Kept(ReadOnlySpan<int> users, int maxRowsPerUser)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxRowsPerUser);
        var counted = new Dictionary<int, int>();
        var kept = new int[users.Length];
        var place = users.Length;
        for (var row = users.Length - 1; row >= 0; row--)
        {
            if (users[row] >= 0 && maxRowsPerUser > 0)
            {
                counted.TryGetValue(users[row], out var before);
                if (before == maxRowsPerUser)
                {
                    continue;
                }

                counted[users[row]] = before + 1;
            }

            kept[--place] = row;
        }

        return kept[place..];
    }

    /// <summary>Some of the rows, over the same universe.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="kept">Row numbers, in the order wanted.</param>
    public static IndexSets Take(IndexSets rows, ReadOnlySpan<int> kept)
    {
        var offsets = new int[kept.Length + 1];
        for (var i = 0; i < kept.Length; i++)
        {
            offsets[i + 1] = offsets[i] + rows[kept[i]].Length;
        }

        var items = new int[offsets[^1]];
        for (var i = 0; i < kept.Length; i++)
        {
            rows[kept[i]].CopyTo(items.AsSpan(offsets[i]));
        }

        return new IndexSets(offsets, items, rows.Universe);
    }

    /// <summary>The numbers of some of the rows' users.</summary>
    public static int[] Take(ReadOnlySpan<int> users, ReadOnlySpan<int> kept)
    {
        var taken = new int[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            taken[i] = users[kept[i]];
        }

        return taken;
    }
}

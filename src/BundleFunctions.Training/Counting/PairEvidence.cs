using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Counting;

/// <summary>Counts, for one anchor at a time, in how many rows and of how many users it stands together with each other item, and what
/// those rows weigh. Exact; 32 bytes an item. Not thread-safe: one a thread.</summary>
/// <param name="rows">Sets of items.</param>
/// <param name="postings">The transpose of <paramref name="rows"/>.</param>
/// <param name="users">Whose row each is; below 0 where that is not known: such a row counts as a user of its own. Empty where none is known.</param>
/// <param name="weights">What each row weighs; empty where each weighs 1.</param>
public sealed class PairEvidence(IndexSets rows, IndexSets postings, int[] users, double[] weights)
{
    private readonly int[] _together = new int[rows.Universe];
    private readonly int[] _users = new int[rows.Universe];
    private readonly long[] _lastUser = new long[rows.Universe];
    private readonly double[] _weights = new double[rows.Universe];
    private readonly int[] _touched = new int[rows.Universe];
    private long[] _byUser = [];
    private int _touchedCount;

    /// <summary>Items that share a row with the anchor last counted, in no promised order, without the anchor.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>Rows that hold both the anchor last counted and this item.</summary>
    public int Together(int item) => _together[item];

    /// <summary>Different users of those rows.</summary>
    public int Users(int item) => _users[item];

    /// <summary>What those rows weigh together.</summary>
    public double Weight(int item) => _weights[item];

    /// <summary>Counts for another anchor; what was counted before is forgotten.</summary>
    public void Count(int anchor)
    {
        foreach (var item in Touched)
        {
            (_together[item], _users[item], _weights[item]) = (0, 0, 0);
        }

        _touchedCount = 0;
        foreach (var key in InOrderOfUsers(postings[anchor]))
        {
            var row = (int)key;
            var user = users.Length == 0 || users[row] < 0 ? -1 - row : users[row];
            var weight = weights.Length == 0 ? 1 : weights[row];
            foreach (var item in rows[row])
            {
                if (item != anchor)
                {
                    Add(item, user, weight);
                }
            }
        }
    }

    private void Add(int item, long user, double weight)
    {
        if (_together[item]++ == 0)
        {
            _touched[_touchedCount++] = item;
            (_users[item], _lastUser[item]) = (1, user);
        }
        else if (_lastUser[item] != user)
        {
            _users[item]++;
            _lastUser[item] = user;
        }

        _weights[item] += weight;
    }

    // A user's rows one after the other: then a pair's users are counted by their changes. User above row in each number.
    private ReadOnlySpan<long> InOrderOfUsers(ReadOnlySpan<int> held)
    {
        if (_byUser.Length < held.Length)
        {
            _byUser = new long[Math.Max(held.Length, 2 * _byUser.Length)];
        }

        for (var i = 0; i < held.Length; i++)
        {
            _byUser[i] = users.Length == 0 ? held[i] : ((long)users[held[i]] << 32) | (uint)held[i];
        }

        var keys = _byUser.AsSpan(0, held.Length);
        if (users.Length > 0)
        {
            keys.Sort();
        }

        return keys;
    }
}

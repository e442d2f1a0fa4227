namespace BundleFunctions.Training.Models.Rules;

/// <summary>A frequent-pattern tree: rows as paths of items, most frequent first, that share their beginnings; every node counts the
/// rows that pass it, and the nodes of an item are linked. Han, Pei, Yin 2000.</summary>
/// <param name="ranks">Items that can be in it, as ranks 0..<paramref name="ranks"/> - 1, most frequent first.</param>
internal sealed class FpTree(int ranks)
{
    private const int None = -1;

    private readonly List<int> _rank = [None];
    private readonly List<int> _parent = [None];
    private readonly List<int> _next = [None];
    private readonly List<int> _count = [0];
    private readonly Dictionary<(int Parent, int Rank), int> _children = [];
    private readonly int[] _first = Filled(ranks);
    private readonly int[] _rows = new int[ranks];

    /// <summary>Ranks that can be in it.</summary>
    public int Ranks => _first.Length;

    /// <summary>Rows that hold an item.</summary>
    public int Rows(int rank) => _rows[rank];

    /// <param name="path">Ranks, ascending.</param>
    /// <param name="rows">How many rows are so.</param>
    public void Add(ReadOnlySpan<int> path, int rows)
    {
        var node = 0;
        foreach (var rank in path)
        {
            if (!_children.TryGetValue((node, rank), out var child))
            {
                child = _rank.Count;
                _rank.Add(rank);
                _parent.Add(node);
                _next.Add(_first[rank]);
                _count.Add(0);
                _first[rank] = child;
                _children.Add((node, rank), child);
            }

            node = child;
            _count[node] += rows;
            _rows[rank] += rows;
        }
    }

    /// <summary>What stands before an item in the rows that hold it, as a tree of its own, of the items that enough of those rows hold.</summary>
    public FpTree Before(int rank, int minCount)
    {
        var held = new int[rank];
        for (var node = _first[rank]; node != None; node = _next[node])
        {
            for (var above = _parent[node]; above != 0; above = _parent[above])
            {
                held[_rank[above]] += _count[node];
            }
        }

        var before = new FpTree(rank);
        var path = new List<int>();
        for (var node = _first[rank]; node != None; node = _next[node])
        {
            path.Clear();
            for (var above = _parent[node]; above != 0; above = _parent[above])
            {
                if (held[_rank[above]] >= minCount)
                {
                    path.Add(_rank[above]);
                }
            }

            path.Reverse();
            before.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(path), _count[node]);
        }

        return before;
    }

    private static int[] Filled(int ranks)
    {
        var first = new int[ranks];
        Array.Fill(first, None);
        return first;
    }
}

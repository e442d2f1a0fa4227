namespace BundleFunctions.Training.Bundles.Generation.Rivals;

/// <summary>Groups a session's items by links between them.</summary>
internal static class LinkedItems
{
    /// <summary>Connected components of two items or more, in the order of their lowest items.</summary>
    public static IReadOnlyList<int[]> Of(IReadOnlyList<int> session, Func<int, int, bool> linked)
    {
        int[] items = [.. session.Order()];
        var left = new SortedSet<int>(items);
        var groups = new List<int[]>();
        foreach (var start in items)
        {
            if (!left.Remove(start))
            {
                continue;
            }

            var group = new List<int> { start };
            for (var i = 0; i < group.Count; i++)
            {
                var from = group[i];
                int[] reached = [.. left.Where(item => linked(from, item))];
                group.AddRange(reached);
                left.ExceptWith(reached);
            }

            if (group.Count > 1)
            {
                groups.Add([.. group.Order()]);
            }
        }

        return groups;
    }
}

namespace BundleFunctions.Lake;

/// <summary>How the values of a column fall into rows and pages: one a row, or one an item. A slot is a value, or the place of an empty list.</summary>
internal sealed class ColumnShape
{
    /// <summary>Rows of a page. A page is what a reader unfolds at once.</summary>
    public const int PageRows = 1 << 15;

    private int[] _repetitions = [];
    private int[] _presence = [];
    private int _slots;

    /// <summary>Slots and values of each page; one page at least.</summary>
    public List<(Range Slots, Range Values)> Pages { get; } = [];

    /// <summary>For each slot 1 where it stands in the same list as the one before; empty where the column is in no list.</summary>
    public ReadOnlySpan<int> Repetitions => _repetitions.AsSpan(0, _slots);

    /// <summary>For each slot 0 where it is the place of an empty list; empty where the column is in no list.</summary>
    public ReadOnlySpan<int> Presence => _presence.AsSpan(0, _slots);

    /// <summary>One value a row.</summary>
    public void OfRows(int rows)
    {
        Pages.Clear();
        _slots = 0;
        var start = 0;
        do
        {
            var page = start..Math.Min(start + PageRows, rows);
            Pages.Add((page, page));
            start += PageRows;
        }
        while (start < rows);
    }

    /// <summary>One value an item.</summary>
    /// <param name="itemEnds">Where the items of each row end.</param>
    public void OfItems(ReadOnlySpan<int> itemEnds)
    {
        Pages.Clear();
        _slots = 0;
        var most = itemEnds.Length + (itemEnds.IsEmpty ? 0 : itemEnds[^1]);
        if (_presence.Length < most)
        {
            _presence = new int[most];
            _repetitions = new int[most];
        }

        var (start, firstItem) = (0, 0);
        do
        {
            var page = itemEnds[start..Math.Min(start + PageRows, itemEnds.Length)];
            var firstSlot = _slots;
            AddLists(page, firstItem);
            var endItem = page.IsEmpty ? 0 : page[^1];
            Pages.Add((firstSlot.._slots, firstItem..endItem));
            start += PageRows;
            firstItem = endItem;
        }
        while (start < itemEnds.Length);
    }

    private void AddLists(ReadOnlySpan<int> itemEnds, int start)
    {
        foreach (var end in itemEnds)
        {
            _repetitions[_slots] = 0;
            _presence[_slots++] = end > start ? 1 : 0;
            for (var item = start + 1; item < end; item++)
            {
                _repetitions[_slots] = 1;
                _presence[_slots++] = 1;
            }

            start = end;
        }
    }
}

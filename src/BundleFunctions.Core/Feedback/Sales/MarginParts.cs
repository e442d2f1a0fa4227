namespace BundleFunctions.Feedback.Sales;

/// <summary>Numbers the weeks and categories that visitors' margins are parted by; bounded, since every visitor is looked at for each.</summary>
internal sealed class MarginParts
{
    private const int MaxCategories = 100;

    private readonly Dictionary<string, int> _weeks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _categories = new(StringComparer.Ordinal);

    /// <summary>Parts so far.</summary>
    public int Count { get; private set; }

    public IReadOnlyDictionary<string, int> Weeks => _weeks;

    /// <summary>The first hundred that something was bought of.</summary>
    public IReadOnlyDictionary<string, int> Categories => _categories;

    public int Week(string week) => Number(_weeks, week);

    /// <summary>Null where there are too many.</summary>
    public int? Category(string category) => _categories.Count < MaxCategories || _categories.ContainsKey(category) ? Number(_categories, category) : null;

    private int Number(Dictionary<string, int> names, string name)
    {
        if (!names.TryGetValue(name, out var number))
        {
            names.Add(name, number = Count++);
        }

        return number;
    }
}

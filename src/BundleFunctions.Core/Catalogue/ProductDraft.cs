namespace BundleFunctions.Catalogue;

/// <summary>One product as it was found: texts, nothing checked. Used again for the next record.</summary>
internal sealed class ProductDraft
{
    private readonly string?[] _values = new string?[ProductFieldNames.Count];

    public List<string> Categories { get; } = [];

    public List<string> Requires { get; } = [];

    public List<string> Excludes { get; } = [];

    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields that no rule knows.</summary>
    public int UnknownFields { get; set; }

    /// <summary>A field's text; null where it is absent or empty.</summary>
    public string? this[ProductField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_values);
        Categories.Clear();
        Requires.Clear();
        Excludes.Clear();
        Attributes.Clear();
        UnknownFields = 0;
    }
}

using BundleFunctions.Assistant.Text;

namespace BundleFunctions.Assistant.Retrieval;

/// <summary>Builds an index of products: two walks over the words, no text kept.</summary>
internal sealed class CatalogueIndexer
{
    // k1 and b as Robertson and Zaragoza advise for want of data.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.6;

    private const float TitleWeight = 1;
    private const float LeafWeight = 0.6f;
    private const float PathWeight = 0.35f;
    private const float BrandWeight = 0.4f;
    private const float AttributeWeight = 0.4f;
    private const float DescriptionWeight = 0.15f;
    private const int MaxTitle = 400;
    private const int MaxDescription = 600;
    private const int MaxOther = 200;
    private const int MaxAttributes = 16;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<int> _entries = [];
    private readonly List<float> _frequencies = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _counts = [];
    private readonly Dictionary<int, float> _product = [];

    /// <param name="products">In ordinal order of their ids.</param>
    /// <param name="maxProducts">The first so many are indexed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static CatalogueIndex Build(IReadOnlyList<Product> products, int maxProducts, CancellationToken cancellationToken)
    {
        var indexer = new CatalogueIndexer();
        var count = Math.Min(products.Count, maxProducts);
        var currencies = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (i % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            indexer.Add(products[i]);
            currencies[products[i].Currency] = currencies.GetValueOrDefault(products[i].Currency) + 1;
        }

        var ids = new ProductId[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = products[i].ProductId;
        }

        var currency = currencies.Count == 0 ? null : currencies.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        return indexer.Finish(ids, currency);
    }

    private void Add(Product product)
    {
        _product.Clear();
        AddText(product.Title, TitleWeight, MaxTitle);
        foreach (var path in product.Categories.Take(4))
        {
            var leaf = path.LastIndexOf('/') + 1;
            AddText(path[leaf..], LeafWeight, MaxOther);
            AddText(path[..leaf], PathWeight, MaxOther);
        }

        AddText(product.Brand, BrandWeight, MaxOther);
        foreach (var (_, value) in product.Attributes.Take(MaxAttributes))
        {
            AddText(value, AttributeWeight, MaxOther);
        }

        AddText(product.Description, DescriptionWeight, MaxDescription);
        foreach (var (word, frequency) in _product)
        {
            _entries.Add(word);
            _frequencies.Add(frequency);
            _counts[word]++;
        }

        _ends.Add(_entries.Count);
    }

    private void AddText(string? text, float weight, int maxLength)
    {
        if (text is null)
        {
            return;
        }

        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(text.AsSpan(0, Math.Min(text.Length, maxLength)), stackalloc char[WordReader.MaxWord]);
        while (reader.TryRead(out var word))
        {
            if (!lookup.TryGetValue(word, out var id))
            {
                id = _counts.Count;
                _words.Add(word.ToString(), id);
                _counts.Add(0);
            }

            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_product, id, out _) += weight;
        }
    }

    private CatalogueIndex Finish(ProductId[] products, string? currency)
    {
        var from = new int[_counts.Count + 1];
        for (var word = 0; word < _counts.Count; word++)
        {
            from[word + 1] = from[word] + _counts[word];
        }

        var next = from[..^1];
        var (postings, weights) = (new int[_entries.Count], new float[_entries.Count]);
        var total = 0.0;
        foreach (var frequency in _frequencies)
        {
            total += frequency;
        }

        var average = products.Length == 0 ? 1 : Math.Max(total / products.Length, 1e-9);
        for (var (product, at) = (0, 0); product < products.Length; product++)
        {
            var length = 0.0;
            for (var entry = at; entry < _ends[product]; entry++)
            {
                length += _frequencies[entry];
            }

            var norm = Saturation * (1 - LengthShare + (LengthShare * length / average));
            for (; at < _ends[product]; at++)
            {
                var word = _entries[at];
                var idf = CatalogueIndex.Idf(products.Length, _counts[word]);
                var frequency = _frequencies[at];
                postings[next[word]] = product;
                weights[next[word]++] = (float)(idf * frequency * (Saturation + 1) / (frequency + norm));
            }
        }

        return new CatalogueIndex(products, _words, from, postings, weights, currency);
    }
}

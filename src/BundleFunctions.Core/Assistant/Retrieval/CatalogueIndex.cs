using System.Buffers;

namespace BundleFunctions.Assistant.Retrieval;

/// <summary>Finds products by words. Never changes; safe for many threads.</summary>
/// <remarks>
/// Okapi BM25 over weighted fields (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, section 3.6):
/// score(p) = sum over words w of idf(w) tf'(w, p) (k1 + 1) / (tf'(w, p) + k1 (1 - b + b |p| / avg)), where tf' adds up the weights of the fields in which w
/// stands, and idf(w) = ln(1 + (N - n(w) + 0.5) / (n(w) + 0.5)). What a word gives a product is worked out when the index is built.
/// </remarks>
internal sealed class CatalogueIndex
{
    private readonly ProductId[] _products;
    private readonly Dictionary<string, int> _words;
    private readonly int[] _from;
    private readonly int[] _postings;
    private readonly float[] _weights;

    internal CatalogueIndex(ProductId[] products, Dictionary<string, int> words, int[] from, int[] postings, float[] weights, string? currency)
    {
        (_products, _words, _from, _postings, _weights, Currency) = (products, words, from, postings, weights, currency);
    }

    /// <summary>ISO 4217 code of most prices; null where there are none.</summary>
    public string? Currency { get; }

    /// <summary>Products that can be found.</summary>
    public int Count => _products.Length;

    /// <summary>Bytes that the index holds, words aside.</summary>
    public long Bytes => ((long)_postings.Length * 8) + (_from.Length * 4L) + (_products.Length * 8L);

    /// <summary>Whether a product has the word.</summary>
    public bool Has(string word) => _words.ContainsKey(word);

    /// <summary>The inverse document frequency of a word, above 0; 0 for words that no product has.</summary>
    public double Rarity(string word) => _words.TryGetValue(word, out var id) ? Idf(_products.Length, _from[id + 1] - _from[id]) : 0;

    /// <summary>The products that have something of what is looked for, best first; equal ones by their ids.</summary>
    /// <param name="units">What is looked for.</param>
    /// <param name="limit">Most products, 1 or more.</param>
    public IReadOnlyList<ProductHit> Search(IReadOnlyList<QueryUnit> units, int limit)
    {
        var sums = ArrayPool<float>.Shared.Rent(_products.Length);
        var best = ArrayPool<float>.Shared.Rent(_products.Length);
        var counts = ArrayPool<int>.Shared.Rent(_products.Length);
        try
        {
            sums.AsSpan(0, _products.Length).Clear();
            best.AsSpan(0, _products.Length).Clear();
            counts.AsSpan(0, _products.Length).Clear();
            var found = new List<int>();
            foreach (var unit in units)
            {
                Add(unit, sums, best, counts, found);
            }

            return Top(found, sums, counts, limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
            ArrayPool<float>.Shared.Return(best);
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    /// <summary>The inverse document frequency of a word.</summary>
    /// <param name="all">Products of the index.</param>
    /// <param name="having">Those of them that have the word.</param>
    internal static double Idf(int all, int having) => Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));

    // The alternatives of one thing do not add up: the best of them counts.
    private void Add(QueryUnit unit, float[] sums, float[] best, int[] counts, List<int> found)
    {
        var touched = new List<int>();
        foreach (var words in unit.Alternatives)
        {
            var ids = new int[words.Length];
            if (!TryFindAll(words, ids))
            {
                continue;
            }

            // The rarest word leads; the others only have to be there too.
            Array.Sort(ids, (left, right) => (_from[left + 1] - _from[left]).CompareTo(_from[right + 1] - _from[right]));
            for (var at = _from[ids[0]]; at < _from[ids[0] + 1]; at++)
            {
                var product = _postings[at];
                var score = ScoreOf(ids, product, _weights[at]);
                if (score > best[product])
                {
                    if (best[product] == 0)
                    {
                        touched.Add(product);
                    }

                    best[product] = score;
                }
            }
        }

        foreach (var product in touched)
        {
            if (counts[product]++ == 0)
            {
                found.Add(product);
            }

            sums[product] += best[product];
            best[product] = 0;
        }
    }

    private bool TryFindAll(string[] words, int[] ids)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!_words.TryGetValue(words[i], out ids[i]))
            {
                return false;
            }
        }

        return words.Length > 0;
    }

    private float ScoreOf(int[] ids, int product, float leading)
    {
        var score = leading;
        for (var i = 1; i < ids.Length; i++)
        {
            var place = Array.BinarySearch(_postings, _from[ids[i]], _from[ids[i] + 1] - _from[ids[i]], product);
            if (place < 0)
            {
                return 0;
            }

            score += _weights[place];
        }

        return score;
    }

    private List<ProductHit> Top(List<int> found, float[] sums, int[] counts, int limit)
    {
        var queue = new PriorityQueue<int, (float Score, int Place)>(limit + 1);
        foreach (var product in found)
        {
            queue.Enqueue(product, (sums[product], -product));
            if (queue.Count > limit)
            {
                queue.Dequeue();
            }
        }

        var hits = new List<ProductHit>(queue.Count);
        while (queue.TryDequeue(out var product, out var rank))
        {
            hits.Add(new ProductHit(_products[product], rank.Score, counts[product]));
        }

        hits.Reverse();
        return hits;
    }
}

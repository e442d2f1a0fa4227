namespace BundleFunctions.Catalogue;

/// <summary>How one catalogue differs from another: numbers, and the first few ids of each.</summary>
/// <param name="Before">Products of the one.</param>
/// <param name="After">Products of the other.</param>
/// <param name="Added">Products that are new.</param>
/// <param name="Retired">Products that are no more.</param>
/// <param name="Repriced">Products at another price.</param>
/// <param name="Changed">Products that differ in anything, repriced ones among them.</param>
/// <param name="Samples">The first ids of what was added, retired, repriced and changed.</param>
public sealed record CatalogueChanges(
    int Before, int After, int Added, int Retired, int Repriced, int Changed, IReadOnlyDictionary<string, IReadOnlyList<ProductId>> Samples)
{
    private const int MaxSamples = 10;

    /// <summary>Share of the products before that are no more, 0..1.</summary>
    public double RetiredShare => Before == 0 ? 0 : (double)Retired / Before;

    /// <summary>Compares two catalogues.</summary>
    internal static CatalogueChanges Between(IReadOnlyDictionary<ProductId, Product> before, IReadOnlyDictionary<ProductId, Product> after)
    {
        List<ProductId> added = [], retired = [], repriced = [], changed = [];
        foreach (var (id, product) in after)
        {
            if (!before.TryGetValue(id, out var known))
            {
                added.Add(id);
            }
            else if (!SnapshotStore.AreEqual(product, known))
            {
                changed.Add(id);
                if (product.Price != known.Price)
                {
                    repriced.Add(id);
                }
            }
        }

        retired.AddRange(before.Keys.Where(id => !after.ContainsKey(id)));
        var samples = new SortedDictionary<string, IReadOnlyList<ProductId>>(StringComparer.Ordinal)
        {
            ["added"] = [.. added.Take(MaxSamples)],
            ["retired"] = [.. retired.Take(MaxSamples)],
            ["repriced"] = [.. repriced.Take(MaxSamples)],
            ["changed"] = [.. changed.Take(MaxSamples)],
        };
        return new CatalogueChanges(before.Count, after.Count, added.Count, retired.Count, repriced.Count, changed.Count, samples);
    }
}

using System.Collections.Frozen;

namespace BundleFunctions.Ranking;

/// <summary>What a ranker may look at, by name and by place. All are within [-1, 1] but for counts of items and pieces, and not a number where the
/// thing is not known. No logarithm or power is taken of any: the same inputs give the same bits on every machine. x/(1+x) squeezes ratios, so that 0.5
/// says "as much as".</summary>
public static class RankingFeatures
{
    private static readonly string[] Ordered =
    [
        // What orders say of the bundle.
        "evidence.confidence", // P(rest | anchor)
        "evidence.lift",       // lift, squeezed
        "evidence.sure",       // Wilson lower bound of the confidence
        "evidence.sureLift",   // that over P(rest), squeezed
        "evidence.orders",     // n / (n + 50)
        "evidence.anchor",     // P(anchor)
        "evidence.rest",       // P(rest)

        // What the published order says.
        "bundle.place",        // 1 / (1 + place from 0)
        "bundle.score",        // over the best score of the answer
        "bundle.items",
        "bundle.pieces",

        // What was learned of pairs: signals of publishing.
        "relation.complement", // least of the rest with the anchor
        "relation.replaces",   // greatest, substitute or variant
        "text.likeness",       // greatest cosine of titles with the anchor
        "model.rank",          // mean over the rest of 1 / rank among the anchor's neighbours, by the model's own scores

        // Price, margin, stock.
        "price.rest",          // list price of the rest over the anchor's, squeezed
        "price.dearest",       // dearest piece of the rest over the anchor, squeezed
        "price.discount",      // 1 - offer / list
        "price.margin",        // (offer - cost) / offer
        "stock.bundles",       // n / (n + 20)

        // What the catalogue says.
        "category.leaf",       // share of the rest in the anchor's leaf category
        "category.top",        // share in its first level
        "brand.same",          // share of its brand

        // Who asks: the cart.
        "asker.products",      // n / (n + 3)
        "asker.holds",         // share of the bundle's products in the cart
        "asker.categories",    // share of the additions in a leaf category of the cart's
        "asker.brands",        // share of the additions of a brand of the cart's
        "asker.price",         // mean price of the additions over the cart's, squeezed
    ];

    private static readonly FrozenDictionary<string, int> Places =
        Ordered.Select((name, place) => (name, place)).ToFrozenDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);

    /// <summary>All names, each at its place.</summary>
    public static IReadOnlyList<string> Names => Ordered;

    /// <summary>How many there are.</summary>
    public static int Count => Ordered.Length;

    /// <summary>The place of a name; -1 where this program knows no such feature.</summary>
    public static int PlaceOf(string name) => Places.GetValueOrDefault(name, -1);
}

using System.Runtime.InteropServices;
using BundleFunctions.Offers;

namespace BundleFunctions.Ranking;

/// <summary>Sums over a bundle's items that several features share; reading them allocates nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct BundleFacts
{
    public bool HasAnchor;
    public bool AnchorHasBrand;
    public bool AllKnown;
    public bool AllCosted;
    public double AnchorPrice;
    public double Cost;
    public double RestPrice;
    public double Dearest;
    public double AdditionPrice;
    public int Pieces;
    public int Held;
    public int Additions;
    public int AdditionCategories;
    public int AdditionBrands;
    public int SameLeaf;
    public int SameTop;
    public int SameBrand;

    /// <param name="items">Anchor first.</param>
    /// <param name="question">Who asks.</param>
    public static BundleFacts Of(IReadOnlyList<BundleItem> items, RankingQuestion question)
    {
        var sums = default(BundleFacts);
        var anchor = question.Catalogue(items[0].ProductId);
        sums.HasAnchor = anchor is not null;
        sums.AnchorPrice = anchor is null ? double.NaN : decimal.ToDouble(anchor.Price);
        sums.AnchorHasBrand = anchor?.Brand is not null;
        sums.AllKnown = true;
        sums.AllCosted = true;
        for (var i = 0; i < items.Count; i++)
        {
            var product = i == 0 ? anchor : question.Catalogue(items[i].ProductId);
            sums.Pieces += items[i].Quantity;
            sums.AllKnown &= product is not null;
            sums.AllCosted &= product?.Cost is not null;
            sums.Cost += decimal.ToDouble(product?.Cost ?? 0) * items[i].Quantity;
            if (question.Holds(items[i].ProductId))
            {
                sums.Held++;
            }
            else if (product is not null && (i > 0 || question.Held > 0))
            {
                sums.Additions++;
                sums.AdditionPrice += decimal.ToDouble(product.Price);
                sums.AdditionCategories += question.HoldsCategoryOf(product) ? 1 : 0;
                sums.AdditionBrands += question.HoldsBrandOf(product) ? 1 : 0;
            }

            if (i > 0 && product is not null)
            {
                var price = decimal.ToDouble(product.Price);
                sums.RestPrice += price * items[i].Quantity;
                sums.Dearest = Math.Max(sums.Dearest, price);
                sums.SameLeaf += anchor is not null && IsSameLeaf(anchor, product) ? 1 : 0;
                sums.SameTop += anchor is not null && IsSameTop(anchor, product) ? 1 : 0;
                sums.SameBrand += anchor?.Brand is { } brand && string.Equals(brand, product.Brand, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return sums;
    }

    private static bool IsSameLeaf(Product one, Product other) =>
        one.Categories.Count > 0 && other.Categories.Count > 0 && string.Equals(one.Categories[0], other.Categories[0], StringComparison.Ordinal);

    private static bool IsSameTop(Product one, Product other) =>
        one.Categories.Count > 0 && other.Categories.Count > 0 && Top(one.Categories[0]).SequenceEqual(Top(other.Categories[0]));

    private static ReadOnlySpan<char> Top(string path) => path.IndexOf('/') is >= 0 and var end ? path.AsSpan(0, end) : path;
}

using BundleFunctions.Associations;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Offers;

namespace BundleFunctions.Bundling.Search;

/// <summary>Searches bundles around an anchor, a cart, a session or a theme: a beam over sets, each step adding the product that gains
/// most (<see cref="MarginalGain"/>) and that every constraint allows, until a step gains too little of what the first did.</summary>
/// <param name="bundling">The shop's gates, constraints and roles.</param>
/// <param name="options">Valid options.</param>
public sealed class BundleSearch(BundlingOptions bundling, BundleSearchOptions options)
{
    private readonly BundleConstraints _constraints = new(bundling.Constraints);

    /// <summary>The best bundles, each less what it shares with better ones; none where the seed holds nothing that can be sold.</summary>
    /// <param name="seed">What is searched around.</param>
    /// <param name="associations">What is bought with a product; null where the model does not know it.</param>
    /// <param name="catalogue">Finds a product; null where the shop has none of that id.</param>
    /// <param name="totalOrders">Orders that the model counted.</param>
    /// <param name="now">When the products must be available.</param>
    public IReadOnlyList<SearchedBundle> Search(
        BundleSeed seed, Func<ProductId, ProductAssociations?> associations, Func<ProductId, Product?> catalogue, int totalOrders, DateTimeOffset now)
    {
        // What cannot be sold any more may still say what goes with it, but stands in no bundle.
        var lines = seed.Products.Select(entry => catalogue(entry.Product))
            .Where(product => product is not null && _constraints.FindFirst([new BundleLine(product, 1)], now) is null or { Code: ConstraintCodes.RequirementMissing })
            .Select(product => new BundleLine(product!, 1)).ToArray();
        if (lines.Length == 0 || totalOrders <= 0)
        {
            return [];
        }

        var gain = new MarginalGain(associations, bundling, totalOrders);
        var anchor = catalogue(seed.Products.MaxBy(entry => entry.Weight).Product) ?? lines[0].Product;
        var found = Walk(new SearchState(seed.Products, lines, [], 0), seed.Theme, anchor, gain, catalogue, now);
        return [.. Diverse(found).Select(state => new SearchedBundle(
            BundleNaming.NameOf(state.Lines.Select(line => (line.Product.ProductId, line.Quantity))),
            Math.Round(state.Value, 6),
            [.. state.Added.Select((_, slot) => WithAlternatives(state, slot, gain, catalogue, now))],
            state.Lines))];
    }

    private List<SearchState> Walk(
        SearchState start, string? theme, Product anchor, MarginalGain gain, Func<ProductId, Product?> catalogue, DateTimeOffset now)
    {
        var found = new List<SearchState>();
        var least = 0.0;
        List<SearchState> beam = [start];
        for (var step = 0; step < options.MaxAdded && beam.Count > 0; step++)
        {
            var next = new List<SearchState>();
            foreach (var state in beam)
            {
                next.AddRange(state.Members.SelectMany(member => gain.Partners(member.Product)).Distinct()
                    .Select(product => Extend(start, state, product, least, theme, anchor, gain, catalogue, now))
                    .Where(longer => longer is not null).Select(longer => longer!));
            }

            next.Sort(SearchState.Compare);
            beam = [.. next.DistinctBy(state => state.Key, StringComparer.Ordinal).Take(options.Beam)];
            found.AddRange(beam);
            least = step == 0 && beam.Count > 0 ? options.MinGainShare * beam[0].Value : least;
        }

        // A set is judged with what may still be missing of it: requirements count for whole bundles only.
        return [.. found.Where(state => _constraints.Allow(state.Lines, now)).Order(Comparer<SearchState>.Create(SearchState.Compare))];
    }

    private SearchState? Extend(
        SearchState start,
        SearchState state,
        ProductId added,
        double least,
        string? theme,
        Product anchor,
        MarginalGain gain,
        Func<ProductId, Product?> catalogue,
        DateTimeOffset now)
    {
        if (catalogue(added) is not { } product
            || (theme is not null && !CategoryPaths.Holds(product, theme))
            || gain.Find(added, state.Members) is not { } found
            || found.Gain * LevelOf(product, anchor) is not (> 0 and var worth)
            || worth < least)
        {
            return null;
        }

        BundleLine[] lines = [.. state.Lines, new BundleLine(product, found.Neighbour.Quantity ?? 1)];
        return _constraints.Find(lines, now).Any(violation => violation.Code is not ConstraintCodes.RequirementMissing) ? null
            : Weigh(start, lines[start.Lines.Count..], anchor, gain);
    }

    // A set's value does not depend on the order in which it was found: each product is weighed beside all others.
    private SearchState? Weigh(SearchState start, BundleLine[] added, Product anchor, MarginalGain gain)
    {
        var weighed = new List<(SearchedItem Item, BundleLine Line)>();
        foreach (var line in added)
        {
            var id = line.Product.ProductId;
            SeedProduct[] others = [.. start.Members, .. added.Where(other => other != line).Select(other => new SeedProduct(other.Product.ProductId, 1))];
            if (gain.Find(id, others) is not var (raw, because, _, evidence))
            {
                return null;
            }

            var role = line.Product.Price < bundling.AddOnPriceShare * anchor.Price ? ItemRole.AddOn : ItemRole.Complement;
            weighed.Add((new SearchedItem(new BundleItem(id, role, line.Quantity), because, evidence, raw * LevelOf(line.Product, anchor), []), line));
        }

        (SearchedItem Item, BundleLine Line)[] sorted = [.. weighed.OrderByDescending(entry => entry.Item.Gain).ThenBy(entry => entry.Item.Item.ProductId)];
        return new SearchState(
            [.. start.Members, .. sorted.Select(entry => new SeedProduct(entry.Item.Item.ProductId, 1))],
            [.. start.Lines, .. sorted.Select(entry => entry.Line)],
            [.. sorted.Select(entry => entry.Item)],
            sorted.Sum(entry => entry.Item.Gain));
    }

    private double LevelOf(Product product, Product anchor) =>
        2 * (SharesDepartment(product, anchor) ? 1 - options.CrossCategory : options.CrossCategory);

    private List<SearchState> Diverse(List<SearchState> found)
    {
        var chosen = new List<SearchState>();
        var left = found.ToList();
        while (chosen.Count < options.Bundles && left.Count > 0)
        {
            // The first of equals: the list is in order.
            var best = left.MaxBy(state => state.Value * (1 - (options.OverlapPenalty * chosen.Select(state.Overlap).DefaultIfEmpty(0).Max())))!;
            chosen.Add(best);
            left.RemoveAll(state => state.Added.All(added => best.Added.Any(taken => taken.Item.ProductId == added.Item.ProductId)));
        }

        return chosen;
    }

    // What shares the slot's leaf category, and could have stood there.
    private SearchedItem WithAlternatives(SearchState state, int slot, MarginalGain gain, Func<ProductId, Product?> catalogue, DateTimeOffset now)
    {
        var item = state.Added[slot];
        var line = state.Lines.Count - state.Added.Count + slot;
        var rest = state.Members.Where(member => member.Product != item.Item.ProductId).ToArray();
        var alternatives = rest.SelectMany(member => gain.Partners(member.Product)).Distinct()
            .Where(product => rest.All(member => member.Product != product) && product != item.Item.ProductId)
            .Select(product => (Product: catalogue(product), Gain: gain.Find(product, rest)?.Gain ?? 0))
            .Where(entry => entry.Product is not null && entry.Gain > 0 && SharesLeaf(entry.Product, state.Lines[line].Product)
                && _constraints.Allow([.. state.Lines.Select((old, i) => i == line ? old with { Product = entry.Product! } : old)], now))
            .OrderByDescending(entry => entry.Gain).ThenBy(entry => entry.Product!.ProductId)
            .Take(options.Alternatives);
        return item with { Alternatives = [.. alternatives.Select(entry => entry.Product!.ProductId)] };
    }

    private static bool SharesDepartment(Product one, Product other) =>
        one.Categories.Any(path => other.Categories.Any(theirs => string.Equals(First(path), First(theirs), StringComparison.Ordinal)));

    private static bool SharesLeaf(Product one, Product other) => one.Categories.Any(path => other.Categories.Contains(path, StringComparer.Ordinal));

    private static string First(string path) => path.Split('/')[0];
}

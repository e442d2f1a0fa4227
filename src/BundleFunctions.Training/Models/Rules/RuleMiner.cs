using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Models.Rules;

/// <summary>All association rules of rows, with their figures.</summary>
/// <param name="options">Valid options.</param>
public sealed class RuleMiner(RuleOptions options)
{
    /// <summary>Finds them: every way to part a frequent set in two whose confidence reaches the least.</summary>
    /// <param name="rows">Sets of items.</param>
    /// <returns>The rules in the order of their antecedents, then consequents, element by element; and the least count that was kept to.</returns>
    public (IReadOnlyList<AssociationRule> Rules, int MinCount) Find(IndexSets rows, CancellationToken cancellationToken)
    {
        var minCount = options.MinCount;
        IReadOnlyList<Itemset>? sets;
        while ((sets = FpGrowth.Find(rows, minCount, options.MaxLength, options.MaxSets, cancellationToken)) is null)
        {
            minCount = checked(minCount * 2);
        }

        // Part of a frequent set is frequent: every antecedent's count is here.
        var held = sets.ToDictionary(set => set.Items, set => set.Rows, ItemsComparer.Instance);
        var rules = new List<AssociationRule>();
        foreach (var set in sets)
        {
            Part(set, held, rows.Count, rules);
        }

        rules.Sort((a, b) =>
        {
            var byAntecedent = ItemsComparer.Instance.Compare(a.Antecedent, b.Antecedent);
            return byAntecedent != 0 ? byAntecedent : ItemsComparer.Instance.Compare(a.Consequent, b.Consequent);
        });
        return (rules, minCount);
    }

    private void Part(Itemset set, Dictionary<int[], int> held, int rows, List<AssociationRule> rules)
    {
        var whole = (1 << set.Items.Length) - 1;
        for (var mask = 1; mask < whole; mask++)
        {
            var antecedent = Members(set.Items, mask);
            var antecedentRows = held[antecedent];
            if ((double)set.Rows / antecedentRows >= options.MinConfidence)
            {
                var consequent = Members(set.Items, whole & ~mask);
                rules.Add(new AssociationRule(antecedent, consequent, set.Rows, antecedentRows, held[consequent], rows));
            }
        }
    }

    private static int[] Members(int[] items, int mask) => [.. items.Where((_, bit) => (mask >> bit & 1) == 1)];
}

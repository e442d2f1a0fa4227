using BundleFunctions.Testing;
using BundleFunctions.Training.Models.Rules;

namespace BundleFunctions.Training.Tests.Models.Rules;

/// <summary>The miner against every subset of every row, counted in a dictionary.</summary>
public sealed class RuleMinerTests
{
    [Theory]
    [InlineData(1, 0.0, 5, 1)]
    [InlineData(3, 0.3, 4, 2)]
    [InlineData(8, 0.6, 3, 3)]
    public void Find_RandomRows_EqualsBruteForce(int minCount, double minConfidence, int maxLength, int seed)
    {
        var random = new Random(seed);
        int[][] rows = [.. Enumerable.Range(0, 120).Select(_ => Enumerable.Range(0, 9).Where(item => random.NextDouble() < 0.7 / (1 + (item / 2.0))).ToArray())];
        Check(rows, 9, new RuleOptions { MinCount = minCount, MinConfidence = minConfidence, MaxLength = maxLength });
    }

    [RealDataFact("groceries")]
    public void Find_Groceries_EqualsBruteForce()
    {
        var names = File.ReadLines(Path.Combine(RealData.Folder("groceries"), "groceries.csv"))
            .Select(line => line.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray())
            .ToArray();
        var numbers = names.SelectMany(row => row).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        int[][] rows = [.. names.Select(row => row.Select(name => numbers[name]).Order().ToArray())];

        var rules = Check(rows, numbers.Count, new RuleOptions { MinCount = 30, MinConfidence = 0.25, MaxLength = 4 });

        rows.Length.ShouldBe(9835);
        rules.Count.ShouldBeGreaterThan(1000);
        rules.ShouldContain(rule => rule.Antecedent.Length == 3);

        // A published figure of this data set (R package arules): root vegetables -> whole milk.
        var rule = rules.Single(rule => rule.Antecedent.SequenceEqual([numbers["root vegetables"]]) && rule.Consequent.SequenceEqual([numbers["whole milk"]]));
        rule.Support.ShouldBe(0.0489, 0.0001);
        rule.Confidence.ShouldBe(0.4487, 0.0001);
        rule.Lift.ShouldBe(1.756, 0.001);
    }

    [Fact]
    public void Rule_HandCounts_HasThePublishedFigures()
    {
        var rule = new AssociationRule([0], [1], 3, 4, 5, 10);
        rule.Support.ShouldBe(0.3);
        rule.Confidence.ShouldBe(0.75);
        rule.Lift.ShouldBe(1.5);
        rule.Leverage.ShouldBe(0.1, 1e-15);
        rule.Conviction.ShouldBe(2);
        (rule with { Together = 4 }).Conviction.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Find_MoreSetsThanAllowed_RaisesTheLeastCount()
    {
        var rows = Checkerboard.Of([.. Enumerable.Range(0, 40).Select(row => Enumerable.Range(0, 15).Where(item => item < 2 || row < 10).ToArray())], 15).Rows.ToSets();
        var options = new RuleOptions { MinCount = 3, MaxLength = 10, MaxSets = 1000 };
        var (rules, minCount) = new RuleMiner(options).Find(rows, CancellationToken.None);
        minCount.ShouldBe(12);
        rules.Select(rule => rule.Together).ShouldBe([40, 40]);
    }

    private static IReadOnlyList<AssociationRule> Check(int[][] rows, int items, RuleOptions options)
    {
        var (rules, minCount) = new RuleMiner(options).Find(Checkerboard.Of(rows, items).Rows.ToSets(), CancellationToken.None);
        minCount.ShouldBe(options.MinCount);
        var found = rules.ToDictionary(rule => $"{Key(rule.Antecedent)}>{Key(rule.Consequent)}", StringComparer.Ordinal);

        var counts = Counts(rows, options.MaxLength);
        var expected = 0;
        foreach (var (key, together) in counts.Where(pair => pair.Value >= options.MinCount))
        {
            int[] set = [.. key.Select(c => (int)c)];
            for (var mask = 1; mask < (1 << set.Length) - 1; mask++)
            {
                int[] antecedent = [.. set.Where((_, bit) => (mask >> bit & 1) == 1)];
                int[] consequent = [.. set.Where((_, bit) => (mask >> bit & 1) == 0)];
                var confidence = (double)together / counts[Key(antecedent)];
                if (confidence >= options.MinConfidence)
                {
                    expected++;
                    var rule = found[$"{Key(antecedent)}>{Key(consequent)}"];
                    rule.Support.ShouldBe((double)together / rows.Length, 1e-12);
                    rule.Confidence.ShouldBe(confidence, 1e-12);
                    rule.Lift.ShouldBe(confidence / ((double)counts[Key(consequent)] / rows.Length), 1e-12);
                }
            }
        }

        rules.Count.ShouldBe(expected);
        return rules;
    }

    // A set is a string with a letter an item: strings hash, arrays do not.
    private static string Key(int[] items) => new([.. items.Select(item => (char)item)]);

    private static Dictionary<string, int> Counts(int[][] rows, int maxLength)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Extend(row, 0, string.Empty, maxLength, counts);
        }

        return counts;
    }

    private static void Extend(int[] row, int from, string set, int left, Dictionary<string, int> counts)
    {
        for (var i = from; i < row.Length && left > 0; i++)
        {
            var grown = set + (char)row[i];
            counts[grown] = counts.GetValueOrDefault(grown) + 1;
            Extend(row, i + 1, grown, left - 1, counts);
        }
    }
}

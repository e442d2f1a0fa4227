namespace BundleFunctions.Serving.Rules;

/// <summary>A shop's rules, ready to work: leaves candidates out, weighs them, and puts pins first. Pure; safe for all threads.</summary>
/// <remarks>Order of work: hide and filter (a hidden bundle comes back by no pin), then boosts, which multiply, then pins. Where no boost
/// changed a score the order given stays. What is pinned must be among the candidates: a bundle that no list holds is made by a pin of the
/// shop's bundling settings.</remarks>
public sealed class RuleBook
{
    private readonly WorkingRule[] _rules;
    private readonly Dictionary<string, WorkingRule> _spare;
    private readonly bool _excludeOwned;
    private readonly long _revision;

    /// <param name="set">Valid rules.</param>
    /// <param name="revision">Another text for other rules, such as the ETag of where they lie.</param>
    public RuleBook(RuleSet set, string revision)
    {
        _rules = [.. set.Rules.Where(rule => !rule.Paused).OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Id).Select(rule => new WorkingRule(rule))];
        _spare = set.Rules.Where(rule => rule.Paused)
            .ToDictionary(rule => rule.Id.Value, rule => new WorkingRule(rule with { Paused = false }), StringComparer.Ordinal);
        _excludeOwned = set.ExcludeOwned;
        _revision = Mix(14695981039346656037, revision);
        DependsOnAsker = set.ExcludeOwned || Array.Exists(_rules, rule => rule.Rule.Context.Segments.Count + rule.Rule.Context.Channels.Count > 0);
    }

    /// <summary>No rules.</summary>
    public static RuleBook Empty { get; } = new(new RuleSet(), "");

    /// <summary>Whether any rule looks at more than the kind of question and the time: at channel, segment, or what the asker owns.</summary>
    public bool DependsOnAsker { get; }

    /// <summary>Names the rules as they stand, by which answers that may hold paused ones are told apart; 0 where there are none.</summary>
    internal long SpareStamp => _spare.Count == 0 ? 0 : _revision == 0 ? 1 : _revision;

    /// <summary>The rules that work in an answer; <see cref="RuleSelection.Nothing"/>, without allocating, where none does.</summary>
    public RuleSelection Select(AnswerContext context)
    {
        var excludeOwned = _excludeOwned && (context.User ?? context.Visitor) is not null;
        List<WorkingRule>? working = null;
        var stamp = excludeOwned ? Mix(unchecked((ulong)_revision), 1) : _revision;
        for (var i = 0; i < _rules.Length; i++)
        {
            if (_rules[i].Rule.WorksIn(context))
            {
                (working ??= []).Add(_rules[i]);
                stamp = Mix(unchecked((ulong)stamp), i + 2);
            }
        }

        return working is null && !excludeOwned ? RuleSelection.Nothing : new RuleSelection(working ?? [], stamp == 0 ? 1 : stamp, excludeOwned);
    }

    /// <summary>A selection with paused rules that are in force for one asker, such as those of an experiment's variant. Names that no paused rule has
    /// are passed over.</summary>
    /// <param name="selection">What <see cref="Select"/> gave.</param>
    /// <param name="names">Ids of rules.</param>
    /// <param name="context">Who asks, from where and when.</param>
    public RuleSelection Extend(RuleSelection selection, IEnumerable<string> names, AnswerContext context)
    {
        var added = names.Distinct(StringComparer.Ordinal)
            .Select(name => _spare.GetValueOrDefault(name)).OfType<WorkingRule>().Where(rule => rule.Rule.WorksIn(context)).ToList();
        return added.Count == 0 ? selection : selection with
        {
            Rules = [.. selection.Rules.Concat(added).OrderByDescending(rule => rule.Rule.Priority).ThenBy(rule => rule.Rule.Id)],
        };
    }

    /// <summary>Lets the rules that work in an answer work on its candidates.</summary>
    /// <param name="candidates">In the order in which they would be offered.</param>
    /// <param name="context">Who asks, from where and when.</param>
    /// <param name="catalogue">Finds a product as it is now; null where it is not known.</param>
    public IReadOnlyList<Candidate> Apply(IReadOnlyList<Candidate> candidates, AnswerContext context, Func<ProductId, Product?> catalogue) =>
        Apply(candidates, Select(context), catalogue);

    /// <summary>Lets selected rules work on candidates.</summary>
    /// <param name="candidates">In the order in which they would be offered.</param>
    /// <param name="selection">What <see cref="Select"/> gave for the same question.</param>
    /// <param name="catalogue">Finds a product as it is now; null where it is not known.</param>
    public static IReadOnlyList<Candidate> Apply(
        IReadOnlyList<Candidate> candidates, RuleSelection selection, Func<ProductId, Product?> catalogue)
    {
        if (selection.Rules.Count == 0 || candidates.Count == 0)
        {
            return candidates;
        }

        // All rules look at the same products: each is found once.
        var asks = selection.Rules.Any(rule => rule.AsksForProducts);
        var found = new Product?[asks ? candidates.Max(candidate => candidate.Bundle.Items.Count) : 0];
        var kept = new List<(Candidate Candidate, int Pin, int Place)>(candidates.Count);
        var weighed = false;
        for (var place = 0; place < candidates.Count; place++)
        {
            var items = candidates[place].Bundle.Items;
            var products = found.AsSpan(0, asks ? items.Count : 0);
            for (var i = 0; i < products.Length; i++)
            {
                products[i] = catalogue(items[i].ProductId);
            }

            if (Judge(candidates[place], selection.Rules, products, ref weighed) is { } judged)
            {
                kept.Add((judged.Candidate, judged.Pin, place));
            }
        }

        kept.Sort((one, other) =>
            one.Pin != other.Pin ? one.Pin.CompareTo(other.Pin)
            : weighed && other.Candidate.Score.CompareTo(one.Candidate.Score) is not 0 and var order ? order
            : one.Place.CompareTo(other.Place));
        return kept.ConvertAll(entry => entry.Candidate);
    }

    // Pins of earlier steps keep their places, before those of rules; what is not pinned comes last.
    private static (Candidate Candidate, int Pin)? Judge(
        Candidate candidate, IReadOnlyList<WorkingRule> rules, ReadOnlySpan<Product?> products, ref bool weighed)
    {
        var (score, pin, boostedBy) = (candidate.Score, candidate.IsPinned ? -1 : int.MaxValue, (Rule?)null);
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i].Rule;
            if (rules[i].Holds(candidate.Bundle, products) == (rule.Action == RuleAction.Filter))
            {
                continue;
            }

            switch (rule.Action)
            {
                case RuleAction.Boost:
                    score *= rule.Factor!.Value;
                    boostedBy ??= rule;
                    weighed = true;
                    break;
                case RuleAction.Pin:
                    pin = Math.Min(pin, i);
                    break;
                default:
                    return null;
            }
        }

        var placedBy = pin is >= 0 and < int.MaxValue ? rules[pin].Rule : boostedBy;
        return placedBy is null
            ? (candidate, pin)
            : (candidate with { Score = score, IsPinned = pin != int.MaxValue, Rule = placedBy.Id.Value }, pin);
    }

    // FNV-1a, 64 bits: the same on every machine, so that equal rules give equal stamps in every process.
    private static long Mix(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return unchecked((long)hash);
    }

    private static long Mix(ulong hash, int number) => unchecked((long)((hash ^ (uint)number) * 1099511628211));
}

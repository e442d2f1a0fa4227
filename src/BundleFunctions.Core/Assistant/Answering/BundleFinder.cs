using BundleFunctions.Offers;
using BundleFunctions.Serving;

namespace BundleFunctions.Assistant.Answering;

/// <summary>Gets bundles where every other answer gets them: rules, availability, experiments and ids are those of the bundle reader.</summary>
internal sealed class BundleFinder(BundleReader reader)
{
    // Lists that are read for one try, and tries: enough for a whole category, few enough for a cold cache.
    private const int Seeds = 40;
    private const int Tries = 3;

    /// <summary>The shop's best bundles.</summary>
    public Task<BundleAnswer> HomeAsync(AssistantTurn turn, BundleQuery query, CancellationToken cancellationToken) =>
        reader.GetAsync(turn.Context with { Products = [] }, query, cancellationToken);

    /// <summary>Bundles of any of these products; the first that give some win. Where none do, they are the shop's best, with strategy
    /// <see cref="AnswerStrategy.Popular"/>.</summary>
    /// <param name="turn">The question.</param>
    /// <param name="seeds">Best first; one or more.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<BundleAnswer> OfAsync(
        AssistantTurn turn, IReadOnlyList<ProductId> seeds, BundleQuery query, CancellationToken cancellationToken)
    {
        BundleAnswer? answer = null;
        foreach (var chunk in (await BestFirstAsync(turn.Context, seeds, cancellationToken)).Chunk(Seeds).Take(Tries))
        {
            answer = await reader.GetAsync(turn.Context with { Products = chunk }, query, cancellationToken);
            if (answer.Bundles.Count > 0 && answer.Strategy != AnswerStrategy.Popular)
            {
                return answer;
            }
        }

        // What is only ever added to others has no list of its own, but may stand in the shop's best.
        var best = await HomeAsync(turn, query with { Limit = BundleQuery.MaxLimit }, cancellationToken);
        var wanted = seeds.ToHashSet();
        BundleOffer[] holding = [.. best.Bundles.Where(bundle => bundle.Items.Any(item => wanted.Contains(item.ProductId))).Take(query.Limit)];
        return holding.Length == 0 ? answer! : best with { Bundles = holding, Strategy = AnswerStrategy.Bundle, NextCursor = null };
    }

    /// <summary>The answer without bundles that are not about what was asked.</summary>
    public static BundleAnswer OnPoint(BundleAnswer answer) =>
        answer.Strategy == AnswerStrategy.Popular ? answer with { Bundles = [], Strategy = AnswerStrategy.Bundle, NextCursor = null } : answer with { NextCursor = null };

    /// <summary>One bundle as it can be sold now; null where the generation has none of that name.</summary>
    public async Task<BundleAnswer?> OneAsync(AssistantTurn turn, BundleId bundle, CancellationToken cancellationToken) =>
        (await reader.FindAsync(turn.Context with { Products = [], Cart = null }, bundle, turn.Query(1, isBounded: false), cancellationToken)).Answer;

    // What stands in the home list has bundles for certain, and good ones.
    private async Task<IEnumerable<ProductId>> BestFirstAsync(AnswerContext context, IReadOnlyList<ProductId> seeds, CancellationToken cancellationToken)
    {
        if (seeds.Count <= Seeds)
        {
            return seeds;
        }

        var look = await reader.LookAsync(context.Shop, cancellationToken);
        if (look.View.Current is not { } current)
        {
            return seeds;
        }

        var home = await look.Lists.FindAsync(new ListKey(context.Shop, null, current.Generation), look.Deadline, cancellationToken);
        var anchors = (home.Bundles ?? []).Select(bundle => bundle.Items[0].ProductId).ToHashSet();
        return seeds.OrderByDescending(anchors.Contains);
    }
}

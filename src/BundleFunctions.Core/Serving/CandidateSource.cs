using System.Runtime.CompilerServices;
using BundleFunctions.Sessions;

namespace BundleFunctions.Serving;

/// <summary>Finds candidates, best way first: the lists of what was asked for, then what memory has of the generation before, then the
/// shop's best. Whoever enumerates stops at the first way that gives an offer.</summary>
/// <param name="lists">Published lists.</param>
/// <param name="people">What is known of persons and visits; null where nothing is kept.</param>
internal sealed class CandidateSource(ListShelf lists, PersonalSources? people)
{
    private const string OlderReason = "The newest bundles cannot be read now.";

    /// <summary>The ways to answer a question, each read only when it is asked for.</summary>
    public IAsyncEnumerable<CandidateSet> FindAsync(AnswerQuestion question, CancellationToken cancellationToken) => question.Context.Page switch
    {
        AnswerPages.Product => OfProductAsync(question, cancellationToken),
        AnswerPages.User => OfUserAsync(question, cancellationToken),
        AnswerPages.Session => OfSessionAsync(question, cancellationToken),
        _ when question.Context.Products.Count > 0 => OfSeveralAsync(question, cancellationToken),
        _ => HomeAsync(question, [], null, cancellationToken),
    };

    private async IAsyncEnumerable<CandidateSet> OfProductAsync(
        AnswerQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var product = question.Context.Products[0];
        var lookup = await FindAsync(question, product, cancellationToken);
        if (!lookup.Failed)
        {
            yield return new CandidateSet(AnswerStrategy.Bundle, question.Generation, CandidateSet.Of(lookup.Bundles), IsAboutProduct: true, []);
        }
        else if (Older(question, product) is { } older)
        {
            yield return older;
        }

        var reason = lookup.Failed ? $"The bundles of {product} cannot be read now." : null;
        await foreach (var home in HomeAsync(question, Missing(question, product, lookup), reason, cancellationToken))
        {
            yield return home;
        }
    }

    private async IAsyncEnumerable<CandidateSet> OfSeveralAsync(
        AnswerQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var products = question.Context.Products;
        var reads = products.Select(product => FindAsync(question, product, cancellationToken).AsTask()).ToArray();
        var lookups = await Task.WhenAll(reads);
        var missing = products.Where((product, i) => Missing(question, product, lookups[i]).Count > 0).ToArray();
        var failed = lookups.Count(lookup => lookup.Failed);
        var reason = failed == 0 ? null : $"The bundles of {failed} of {products.Count} products cannot be read now.";

        // Stable: among equal scores the earlier product's bundle is first.
        var candidates = lookups.SelectMany(lookup => CandidateSet.Of(lookup.Bundles)).OrderByDescending(candidate => candidate.Score).ToList();
        yield return new CandidateSet(
            AnswerStrategy.Bundle, question.Generation, candidates, IsAboutProduct: false, missing, Stale: failed > 0, reason);
        await foreach (var home in HomeAsync(question, missing, reason, cancellationToken))
        {
            yield return home;
        }
    }

    private async IAsyncEnumerable<CandidateSet> OfUserAsync(
        AnswerQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = question.Context;
        string? reason = null;
        if (people is not null && context.User is { } user)
        {
            var lookup = await TryAsync(
                people.FindUserAsync(context.Shop, context.NamesOf(user), question.Generation, question.Deadline, cancellationToken), new UserLookup(null, Failed: true));
            reason = lookup.Failed ? "This person's bundles cannot be read now." : null;
            yield return new CandidateSet(
                AnswerStrategy.Personal, question.Generation, CandidateSet.Of(lookup.Bundles), IsAboutProduct: false, [], Stale: lookup.Failed, reason);
        }

        await foreach (var home in HomeAsync(question, [], reason, cancellationToken))
        {
            yield return home;
        }
    }

    private async IAsyncEnumerable<CandidateSet> OfSessionAsync(
        AnswerQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = question.Context;
        string? reason = null;
        if (people is not null && (context.Session ?? context.Visitor ?? context.User) is { } actor)
        {
            var lookup = await TryAsync(
                people.ReadSessionAsync(context.Shop, context.NamesOf(actor), question.Deadline, cancellationToken), new SessionLookup(null, Failed: true));
            reason = lookup.Failed ? "What was done in this session cannot be read now." : null;
            if (lookup.Session is { } session)
            {
                var seeds = await people.SeedsAsync(context.Shop, question.Generation.ModelId, session, question.Deadline, cancellationToken);
                var found = await Task.WhenAll(seeds.Select(seed => FindAsync(question, seed.Product, cancellationToken).AsTask()));
                reason = Array.Exists(found, list => list.Failed) ? "Some of the bundles for this session cannot be read now." : null;
                var byProduct = seeds.Zip(found).ToDictionary(pair => pair.First.Product, pair => pair.Second.Bundles);
                yield return new CandidateSet(
                    AnswerStrategy.Personal,
                    question.Generation,
                    SessionCandidates.Rank(session, seeds, product => byProduct[product]),
                    IsAboutProduct: false,
                    [],
                    Stale: reason is not null,
                    reason);
            }
        }

        await foreach (var home in HomeAsync(question, [], reason, cancellationToken))
        {
            yield return home;
        }
    }

    private static async Task<T> TryAsync<T>(Task<T> lookup, T failed)
    {
        try
        {
            return await lookup;
        }
        catch (TimeoutException)
        {
            return failed;
        }
    }

    private async IAsyncEnumerable<CandidateSet> HomeAsync(
        AnswerQuestion question, IReadOnlyList<ProductId> missing, string? reason, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lookup = await lists.FindAsync(
            new ListKey(question.Context.Shop, null, question.Generation.Generation), question.Deadline, cancellationToken);
        if (lookup.Failed && Older(question, product: null) is { } older)
        {
            yield return older with { Missing = missing };
        }

        reason ??= lookup.Failed ? "The shop's best bundles cannot be read now." : null;
        yield return new CandidateSet(
            AnswerStrategy.Popular, question.Generation, CandidateSet.Of(lookup.Bundles), IsAboutProduct: false, missing, Stale: reason is not null, reason);
    }

    /// <summary>A list of the generation before, where memory still has it.</summary>
    private CandidateSet? Older(AnswerQuestion question, ProductId? product) =>
        question.View.Previous is { } previous
        && lists.TryGetCached(new ListKey(question.Context.Shop, product, previous.Generation), out var lookup)
        && lookup.Bundles is { Count: > 0 } bundles
            ? new CandidateSet(
                product is null ? AnswerStrategy.Popular : AnswerStrategy.Bundle,
                previous,
                CandidateSet.Of(bundles),
                IsAboutProduct: product is not null,
                [],
                Stale: true,
                OlderReason)
            : null;

    /// <summary>A product that the catalogue does not know needs no look-up: made-up ids cost no read and no memory.</summary>
    private ValueTask<ListLookup> FindAsync(AnswerQuestion question, ProductId product, CancellationToken cancellationToken) =>
        question.View.Live is { } live && live.Snapshot.Find(product) is null
            ? new ValueTask<ListLookup>(ListLookup.Missing)
            : lists.FindAsync(
                new ListKey(question.Context.Shop, product, question.Generation.Generation), question.Deadline, cancellationToken);

    private static IReadOnlyList<ProductId> Missing(AnswerQuestion question, ProductId product, ListLookup lookup) =>
        lookup is { Failed: false, Bundles: null } && question.View.Live?.Snapshot.Find(product) is null ? [product] : [];
}

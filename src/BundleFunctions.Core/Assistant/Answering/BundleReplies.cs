using BundleFunctions.Offers;
using BundleFunctions.Serving;

namespace BundleFunctions.Assistant.Answering;

/// <summary>Replies that offer bundles: for goods, occasions, prices, numbers, carts, or what sells best.</summary>
internal sealed class BundleReplies(BundleFinder finder)
{
    // Bundles that are looked through where some may have to be passed over.
    private const int Wide = BundleQuery.MaxLimit;

    /// <summary>Bundles with the goods that the question names, or the shop's best where it names none.</summary>
    public async Task<AssistantDraft> FindAsync(AssistantTurn turn, CancellationToken cancellationToken)
    {
        var (say, understood) = (new Sentences(turn.Phrases), turn.Understood);
        IReadOnlyList<ProductId> seeds = SeedsOf(turn);
        if (seeds.Count == 0)
        {
            return understood.NamesGoods && understood.Intent is not (AssistantIntent.Gift or AssistantIntent.Popular)
                ? new AssistantDraft([say.Say("nothingLike")]) { FollowUps = FollowUps.Begin(say) }
                : Offer(turn, await finder.HomeAsync(turn, turn.Query(LimitOf(turn)), cancellationToken), say.Say("popular"), "noneNow");
        }

        var answer = await finder.OfAsync(turn, seeds, turn.Query(LimitOf(turn)), cancellationToken);
        if (answer.Bundles.Count > 0 && answer.Strategy != AnswerStrategy.Popular)
        {
            return Offer(turn, answer, HeadOf(turn, say), "noneNow");
        }

        return turn.HasPrice ? await OutOfRangeAsync(turn, seeds, answer, cancellationToken)
            : Offer(turn, answer, NoBundle(turn, say), "noneNow", say.Say("popular"));
    }

    /// <summary>What goes with the cart.</summary>
    public async Task<AssistantDraft> CartAsync(AssistantTurn turn, CancellationToken cancellationToken)
    {
        var say = new Sentences(turn.Phrases);
        var cart = turn.Question.Cart.Count > 0 ? turn.Question.Cart : SeedsOf(turn);
        if (cart.Count == 0)
        {
            return new AssistantDraft([say.Say("askCart")]) { FollowUps = FollowUps.Begin(say) };
        }

        var answer = await finder.OfAsync(turn, cart, turn.Query(turn.Question.Limit), cancellationToken);
        return Offer(turn, answer, say.Say(answer.Strategy == AnswerStrategy.Popular ? "popular" : "cart"), "noneNow");
    }

    /// <summary>An answer in words: a head, a line for each bundle, and notes.</summary>
    internal AssistantDraft Offer(AssistantTurn turn, BundleAnswer answer, string head, string noneKey, string? second = null)
    {
        var say = new Sentences(turn.Phrases);
        if (answer.Bundles.Count == 0)
        {
            var key = answer.Generation is null ? "nothingPublished" : turn.HasPrice ? "noneInRange" : noneKey;
            return new AssistantDraft([say.Say(key)]) { Bundles = answer, FollowUps = FollowUps.Begin(say) };
        }

        var (bundles, note) = Enough(turn, answer.Bundles, second is not null, say);
        List<string> lines = [head];
        if (second is not null)
        {
            lines.Add(second);
        }

        lines.AddRange(bundles.Select(say.Line));
        lines.AddRange(note is null ? [] : [note]);
        lines.AddRange(ConversionNote(turn, say));
        return new AssistantDraft(lines)
        {
            Bundles = answer with { Bundles = bundles, NextCursor = null },
            FollowUps = FollowUps.After(say, bundles),
            MayBeReworded = true,
        };
    }

    private static List<string> ConversionNote(AssistantTurn turn, Sentences say) =>
        turn.HasPrice && turn.Currency is { } own && turn.Understood.Slots.Currency is { } named && !string.Equals(own, named, StringComparison.Ordinal)
            ? [say.Say("currency", own)] : [];

    // Of several pieces, those bundles come first that are in stock so many times; uncounted stock is enough.
    private static (IReadOnlyList<BundleOffer> Bundles, string? Note) Enough(
        AssistantTurn turn, IReadOnlyList<BundleOffer> bundles, bool isOther, Sentences say)
    {
        if (turn.Understood.Slots.Quantity is not { } wanted || turn.Understood.Intent != AssistantIntent.Quantity || isOther)
        {
            return ([.. bundles.Take(turn.Question.Limit)], null);
        }

        BundleOffer[] enough = [.. bundles.Where(bundle => bundle.Availability?.MaxBundles is not { } most || most >= wanted).Take(turn.Question.Limit)];
        return enough.Length > 0 ? (enough, say.Say("enough", wanted))
            : ([.. bundles.OrderByDescending(bundle => bundle.Availability?.MaxBundles).Take(turn.Question.Limit)], say.Say("notEnough", wanted));
    }

    private static int LimitOf(AssistantTurn turn) => turn.Understood.Intent == AssistantIntent.Quantity ? Wide : turn.Question.Limit;

    private static IReadOnlyList<ProductId> SeedsOf(AssistantTurn turn) =>
        turn.Named.Count > 0 && turn.Understood.Intent is not (AssistantIntent.Gift or AssistantIntent.Quantity)
            ? WithVariants(turn, turn.Named)
            : turn.Understood.Hits.Count > 0 ? [.. turn.Understood.Hits.Select(hit => hit.Product)]
            : turn.Named;

    // Bundles may have been published with another variant of the same thing.
    private static IReadOnlyList<ProductId> WithVariants(AssistantTurn turn, IReadOnlyList<ProductId> named)
    {
        var groups = named.Select(id => turn.Live.Snapshot.Find(id)?.GroupId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return groups.Count == 0 ? named
            : [.. named, .. turn.Understood.Hits.Select(hit => hit.Product).Where(id => !named.Contains(id) && turn.Live.Snapshot.Find(id)?.GroupId is { } group
                && groups.Contains(group))];
    }

    private static string HeadOf(AssistantTurn turn, Sentences say) =>
        turn.Named.Count == 1 && turn.Live.Snapshot.Find(turn.Named[0]) is { } product
            && turn.Understood.Intent is AssistantIntent.GoesWith or AssistantIntent.FindBundle
                ? say.Say(turn.Understood.Intent == AssistantIntent.GoesWith ? "goesWith" : "with", Sentences.NameOf(product))
                : say.Say("found");

    private static string NoBundle(AssistantTurn turn, Sentences say) =>
        turn.Named.Count > 0 && turn.Live.Snapshot.Find(turn.Named[0]) is { } product ? say.Say("noBundle", Sentences.NameOf(product)) : say.Say("noneNow");

    // Nothing outside the price is offered; what comes nearest is told, and may be asked for.
    private async Task<AssistantDraft> OutOfRangeAsync(
        AssistantTurn turn, IReadOnlyList<ProductId> seeds, BundleAnswer empty, CancellationToken cancellationToken)
    {
        var say = new Sentences(turn.Phrases);
        var all = await finder.OfAsync(turn, seeds, turn.Query(Wide, isBounded: false), cancellationToken);
        List<string> lines = [say.Say("noneInRange")];
        var slots = turn.Understood.Slots;
        var nearest = all.Strategy == AnswerStrategy.Popular ? null
            : all.Bundles.MinBy(bundle => Math.Max(bundle.Price.Offer - (slots.MaxPrice ?? decimal.MaxValue), (slots.MinPrice ?? 0) - bundle.Price.Offer));
        var followUps = FollowUps.Begin(say);
        if (nearest is not null)
        {
            lines.AddRange([say.Say("nearest"), say.Line(nearest)]);
            followUps = [new AssistantFollowUp(say.Say("ask.goesWith"), nearest.Items[0].ProductId), .. followUps];
        }

        lines.AddRange(ConversionNote(turn, say));
        return new AssistantDraft(lines)
        {
            Bundles = empty with { Bundles = [], Strategy = AnswerStrategy.Bundle, NextCursor = null },
            Nearest = nearest,
            FollowUps = followUps,
        };
    }
}

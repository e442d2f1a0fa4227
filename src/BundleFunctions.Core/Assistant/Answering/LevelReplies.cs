using BundleFunctions.Serving;

namespace BundleFunctions.Assistant.Answering;

/// <summary>Replies to who wants something cheaper, or something better.</summary>
internal sealed class LevelReplies(BundleFinder finder, BundleReplies bundles)
{
    private const int MaxSeeds = 40;
    private const int MaxShown = 3;

    public async Task<AssistantDraft> ReplyAsync(AssistantTurn turn, CancellationToken cancellationToken)
    {
        var level = turn.Understood.Intent == AssistantIntent.Cheaper ? -1 : 1;
        if (await ReferenceAsync(turn, cancellationToken) is { } product)
        {
            return await AroundAsync(turn, product, level, cancellationToken);
        }

        var say = new Sentences(turn.Phrases);
        if (turn.Understood.Hits.Count == 0 && turn.Understood.NamesGoods)
        {
            return new AssistantDraft([say.Say("nothingLike")]) { FollowUps = FollowUps.Begin(say) };
        }

        var query = turn.Query(BundleQuery.MaxLimit, level);
        var answer = turn.Understood.Hits.Count > 0
            ? await finder.OfAsync(turn, [.. turn.Understood.Hits.Select(hit => hit.Product)], query, cancellationToken)
            : await finder.HomeAsync(turn, query, cancellationToken);
        answer = answer with { Bundles = [.. answer.Bundles.OrderBy(bundle => -level * bundle.Price.Offer)] };
        var isOther = turn.Understood.Hits.Count > 0 && answer.Strategy == AnswerStrategy.Popular;
        return bundles.Offer(turn, answer, say.Say(isOther ? "noneNow" : level < 0 ? "cheapFirst" : "dearFirst"), "noneNow", isOther ? say.Say("popular") : null);
    }

    // What something is to be cheaper or better than: the product that was named, or the one that leads the bundle that is looked at.
    private async Task<Product?> ReferenceAsync(AssistantTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Named.Count > 0)
        {
            return turn.Live.Snapshot.Find(turn.Named[0]);
        }

        var bundle = turn.Question.Bundle is { } id && turn.Understood.Hits.Count == 0 ? await finder.OneAsync(turn, id, cancellationToken) : null;
        return bundle?.Bundles is [var offer, ..] ? turn.Live.Snapshot.Find(offer.Items[0].ProductId) : null;
    }

    private async Task<AssistantDraft> AroundAsync(AssistantTurn turn, Product product, int level, CancellationToken cancellationToken)
    {
        var say = new Sentences(turn.Phrases);
        var others = Others(turn, product, level);
        var query = turn.Query(turn.Question.Limit, level);
        var seeds = others.Count > 0 ? others : [product];
        var answer = BundleFinder.OnPoint(await finder.OfAsync(turn, [.. seeds.Select(other => other.ProductId)], query, cancellationToken));

        var shown = others.Take(MaxShown).ToArray();
        var key = (level < 0, shown.Length > 0) switch
        {
            (true, true) => "cheaperThan",
            (true, false) => "noneCheaper",
            (false, true) => "dearerThan",
            _ => "noneDearer",
        };
        List<string> lines = [say.Say(key, Sentences.NameOf(product), say.Money(product.Price, product.Currency)), .. shown.Select(say.Line)];
        if (answer.Bundles.Count > 0)
        {
            lines.Add(shown.Length > 0 ? say.Say("ofThese") : say.Say("with", Sentences.NameOf(product)));
            lines.AddRange(answer.Bundles.Select(say.Line));
        }

        return new AssistantDraft(lines)
        {
            Bundles = answer,
            Products = [product, .. shown],
            FollowUps = answer.Bundles.Count > 0 ? FollowUps.After(say, answer.Bundles) : FollowUps.About(say, product),
            MayBeReworded = true,
        };
    }

    // Of the same first category, in the same currency, to be had now; those whose price is nearest come first. Without a category nothing is of
    // its kind but what the question itself found.
    private static List<Product> Others(AssistantTurn turn, Product product, int level)
    {
        var category = product.Categories.Count > 0 ? product.Categories[0] : null;
        IEnumerable<Product> kind = category is null
            ? turn.Understood.Hits.Select(hit => turn.Live.Snapshot.Find(hit.Product)).OfType<Product>()
            : turn.Live.Snapshot.Products.Where(other => other.Categories.Count > 0 && string.Equals(other.Categories[0], category, StringComparison.Ordinal));
        return
        [
            .. kind.Where(other => (level < 0 ? other.Price < product.Price : other.Price > product.Price)
                    && string.Equals(other.Currency, product.Currency, StringComparison.Ordinal) && other.IsAvailable(turn.Live.AsOf))
                .OrderBy(other => level < 0 ? -other.Price : other.Price).ThenBy(other => other.ProductId).Take(MaxSeeds),
        ];
    }
}

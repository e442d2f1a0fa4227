namespace BundleFunctions.Assistant.Answering;

/// <summary>Replies about single products: whether they can be bought, what they cost, which of two.</summary>
internal sealed class ProductReplies(BundleFinder finder)
{
    private const int MaxChoices = 5;

    /// <summary>Whether a product can be bought now, or what it costs.</summary>
    public async Task<AssistantDraft> FactAsync(AssistantTurn turn, CancellationToken cancellationToken)
    {
        var say = new Sentences(turn.Phrases);
        var products = Found(turn, turn.Named);
        if (products.Length == 0)
        {
            return Which(turn, say);
        }

        var isPrice = turn.Understood.Intent == AssistantIntent.Price;
        var product = products[0];
        var fact = isPrice ? say.Say("costs", Sentences.NameOf(product), say.Money(product.Price, product.Currency))
            : say.Say(product.IsAvailable(turn.Live.AsOf) ? "available" : "unavailable", Sentences.NameOf(product));
        return await WithBundlesAsync(turn, say, turn.Understood.IsPartly ? [say.Say("partly"), fact] : [fact], [product], cancellationToken);
    }

    /// <summary>Two products side by side.</summary>
    public async Task<AssistantDraft> CompareAsync(AssistantTurn turn, CancellationToken cancellationToken)
    {
        var say = new Sentences(turn.Phrases);
        var products = Found(turn, turn.Named.Count > 1 ? turn.Named : turn.Understood.Compared);
        if (products.Length < 2)
        {
            return new AssistantDraft([say.Say("askTwo")])
            {
                Products = products,
                FollowUps = FollowUps.Which(
                    say, AssistantIntent.Compare, products.Length > 0 ? products : Found(turn, [.. turn.Understood.Hits.Select(hit => hit.Product)]).Take(3)),
            };
        }

        var (left, right) = (products[0], products[1]);
        List<string> lines = [say.Line(left), say.Line(right)];
        if (string.Equals(left.Currency, right.Currency, StringComparison.Ordinal))
        {
            lines.Add(left.Price == right.Price ? say.Say("sameprice") : say.Say("isCheaper", Sentences.NameOf(left.Price < right.Price ? left : right)));
        }

        lines.AddRange(new[] { left, right }.Where(product => !product.IsAvailable(turn.Live.AsOf)).Select(product => say.Say("unavailable", Sentences.NameOf(product))));
        return await WithBundlesAsync(turn, say, lines, [left, right], cancellationToken);
    }

    private async Task<AssistantDraft> WithBundlesAsync(
        AssistantTurn turn, Sentences say, List<string> lines, Product[] products, CancellationToken cancellationToken)
    {
        var answer = BundleFinder.OnPoint(
            await finder.OfAsync(turn, [.. products.Select(product => product.ProductId)], turn.Query(turn.Question.Limit), cancellationToken));

        if (answer.Bundles.Count > 0)
        {
            lines.Add(products.Length == 1 ? say.Say("with", Sentences.NameOf(products[0])) : say.Say("ofThese"));
            lines.AddRange(answer.Bundles.Select(say.Line));
        }

        return new AssistantDraft(lines)
        {
            Bundles = answer,
            Products = products,
            FollowUps = FollowUps.About(say, products[0]),
            MayBeReworded = true,
        };
    }

    private static AssistantDraft Which(AssistantTurn turn, Sentences say)
    {
        var choices = Found(turn, [.. turn.Understood.Hits.Select(hit => hit.Product)]).Take(MaxChoices).ToArray();
        return choices.Length == 0
            ? new AssistantDraft([say.Say(turn.Understood.NamesGoods ? "nothingLike" : "askGoods")]) { FollowUps = FollowUps.Begin(say) }
            : new AssistantDraft([say.Say("which"), .. choices.Select(say.Line)])
            {
                Products = choices,
                FollowUps = FollowUps.Which(say, turn.Understood.Intent, choices.Take(3)),
            };
    }

    private static Product[] Found(AssistantTurn turn, IReadOnlyList<ProductId> ids) => [.. ids.Select(id => turn.Live.Snapshot.Find(id)).OfType<Product>()];
}

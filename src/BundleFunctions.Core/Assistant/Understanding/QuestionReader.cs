using BundleFunctions.Assistant.Retrieval;
using BundleFunctions.Assistant.Slots;
using BundleFunctions.Assistant.Text;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Catalogue;

namespace BundleFunctions.Assistant.Understanding;

/// <summary>Understands questions by rules and by what the catalogue says; nothing else is known here, and nothing is kept.</summary>
internal static class QuestionReader
{
    private const int MaxHits = 400;

    // What scores less than this share of the best is about something else.
    private const float Near = 0.55f;

    /// <param name="message">As it was sent.</param>
    /// <param name="preferred">The language where the message tells none.</param>
    /// <param name="snapshot">The shop's catalogue.</param>
    /// <param name="index">Its index.</param>
    /// <param name="vocabulary">The shop's words.</param>
    public static UnderstoodQuestion Read(
        string message, PhraseBook preferred, CatalogueSnapshot snapshot, CatalogueIndex index, Vocabulary vocabulary)
    {
        var plain = PlainText.Of(message, AssistantQuestion.MaxMessage);
        var phrases = QuestionLanguage.Of(plain, preferred);
        var lower = plain.ToLowerInvariant();
        var price = PriceReader.Find(lower, index.Currency, out var priceAt);
        var asked = price is null ? lower : Blank(lower, priceAt);
        var quantity = QuantityReader.Find(asked, out var quantityAt);
        var query = new QueryMaker(vocabulary, index).Make(quantity is null ? asked : Blank(asked, quantityAt));
        var hits = Nearest(index.Search(query.Units, MaxHits));
        var named = NamedProducts.ById(plain, snapshot);
        foreach (var product in NamedProducts.ByTitle(hits, WordsOf(asked), snapshot, index))
        {
            if (!named.Contains(product))
            {
                named.Add(product);
            }
        }

        // A number within the name of a product is no number of pieces.
        if (quantity is not null && !quantity.IsPeople && named.Count > 0 && IsInTitle(lower[quantityAt], snapshot.Find(named[0])))
        {
            quantity = null;
        }

        var clues = new IntentClues(
            price is not null,
            quantity is not null,
            quantity?.IsPeople == true,
            query.Occasion is not null,
            query.Units.Count > 0 || named.Count > 0,
            named.Count > 1,
            query.Units.Count(unit => unit.IsKnown) > 1);
        var slots = new AssistantSlots
        {
            Products = named.Count > 0 ? [.. named.Take(AssistantQuestion.MaxNamed)] : null,
            Category = CategoryOf(hits, snapshot),
            MinPrice = price?.Min,
            MaxPrice = price?.Max,
            Currency = price?.Currency,
            Quantity = quantity?.Count,
            Occasion = query.Occasion,
        };
        var intent = IntentJudge.Judge(asked, phrases.Language, clues);
        return new UnderstoodQuestion(intent, phrases, slots, named, hits, query.Units.Count > 0 || named.Count > 0)
        {
            IsPartly = hits.Count > 0 && hits[0].Matched < query.Units.Count,
            Compared = intent == AssistantIntent.Compare && named.Count < 2 ? ComparedProducts.Find(asked, vocabulary, index) : [],
        };
    }

    private static HashSet<string> WordsOf(string text) => [.. Words.TextsOf(text)];

    private static string Blank(string text, Range place)
    {
        var (start, length) = place.GetOffsetAndLength(text.Length);
        return string.Concat(text.AsSpan(0, start), new string(' ', length), text.AsSpan(start + length));
    }

    private static List<ProductHit> Nearest(IReadOnlyList<ProductHit> hits) =>
        hits.Count == 0 ? [] : [.. hits.TakeWhile(hit => hit.Score >= Near * hits[0].Score)];

    private static bool IsInTitle(string number, Product? product) =>
        product is not null && Words.TextsOf(product.Title).Intersect(Words.TextsOf(number), StringComparer.Ordinal).Any();

    private static string? CategoryOf(List<ProductHit> hits, CatalogueSnapshot snapshot) => hits
        .Take(20)
        .Select(hit => snapshot.Find(hit.Product)?.Categories is [var first, ..] ? first : null)
        .OfType<string>()
        .GroupBy(category => category, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}

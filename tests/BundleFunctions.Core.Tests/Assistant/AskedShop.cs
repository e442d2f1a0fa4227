using BundleFunctions.Assistant;
using BundleFunctions.Assistant.Phrasing;
using BundleFunctions.Associations;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.DemoShop;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>A shop with an assistant: its catalogue, and one bundle for each set that is bought together.</summary>
internal sealed class AskedShop
{
    private AskedShop(Kitchen kitchen, IReadOnlyList<Product> products, IAnswerPhraser? phraser)
    {
        // A busy machine may be slow to read the catalogue for the first time; that is not what these tests are about.
        var patience = TimeSpan.FromMinutes(2);
        (Kitchen, Products, Reader) = (kitchen, products, kitchen.Reader(new ServingOptions { Deadline = patience, ReadTimeout = patience }));
        Assistant = new ShopAssistant(Reader, phraser ?? new NoPhraser(), new AssistantOptions());
    }

    public Kitchen Kitchen { get; }

    public IReadOnlyList<Product> Products { get; }

    public BundleReader Reader { get; }

    public ShopAssistant Assistant { get; }

    /// <summary>The demo shop as <c>./run</c> makes it, with its planted bundles.</summary>
    public static Task<AskedShop> DemoAsync()
    {
        var shop = DemoShopGenerator.Generate(new DemoShopOptions());
        return OpenAsync(shop.Products, shop.Truth.Bundles.Select(bundle => bundle.Members.Select(member => member.ProductId).Prepend(bundle.Anchor).ToArray()));
    }

    /// <summary>A small shop of the tests' own.</summary>
    public static Task<AskedShop> SmallAsync(string name)
    {
        var goods = AskedQuestion.Parse<Dictionary<string, SmallShop>>("assistant-shops.json")[name];
        return OpenAsync(
            goods.Products.Select(product => new Product
            {
                ProductId = Kitchen.Id(product.Id),
                Title = product.Title,
                Categories = product.Category is null ? [] : [product.Category],
                Price = product.Price,
                Currency = goods.Currency,
                Stock = 40,
            }),
            goods.Bundles.Select(bundle => bundle.Split(' ').Select(Kitchen.Id).ToArray()));
    }

    public static async Task<AskedShop> OpenAsync(IEnumerable<Product> products, IEnumerable<ProductId[]> sets, IAnswerPhraser? phraser = null)
    {
        var kitchen = new Kitchen();

        // What is announced for the spring of 2026 is there.
        kitchen.Clock.Advance(TimeSpan.FromDays(122));
        Product[] all = [.. products];
        await kitchen.PutCatalogueAsync(all);
        var lines = sets.Select((set, i) => new ProductAssociations(
                set[0],
                400,
                [.. set.Skip(1).Select((other, j) => new Neighbour(other, 500, 200 - (i % 90) - (10 * j)))],
                set.Length < 3 ? [] : [new AssociatedSet([.. set.Skip(1).Order()], 90 - (i % 40), 100)]))
            .OrderBy(line => line.Product);
        (await kitchen.PublishAsync(await kitchen.PutModelAsync(lines, 12_000))).Outcome.ShouldBe(PublishOutcome.Published);
        return new AskedShop(kitchen, all, phraser);
    }

    /// <summary>Asks.</summary>
    public async Task<AssistantAnswer> AskAsync(AskedQuestion question)
    {
        var bundle = question.BundleOf is null ? null
            : (BundleId?)(await Reader.GetForProductAsync(Kitchen.Shop, Kitchen.Id(question.BundleOf), BundleQuery.Default, default)).Bundles[0].BundleId;
        return await AskAsync(new AssistantQuestion(question.Ask) { Cart = [.. question.Cart.Select(Kitchen.Id)], Bundle = bundle });
    }

    /// <summary>Asks.</summary>
    public async Task<AssistantAnswer> AskAsync(AssistantQuestion question)
    {
        var context = new AnswerContext(Kitchen.Shop, AnswerPages.Assistant, Kitchen.Clock.GetUtcNow());
        return (await Assistant.AnswerAsync(context, question, PhraseBook.English, default)).ShouldNotBeNull();
    }

    public Task<AssistantAnswer> AskAsync(string message) => AskAsync(new AssistantQuestion(message));

    private sealed record SmallShop(string Currency, SmallProduct[] Products, string[] Bundles);

    private sealed record SmallProduct(string Id, string Title, string? Category, decimal Price);
}

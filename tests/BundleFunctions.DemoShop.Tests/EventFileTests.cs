namespace BundleFunctions.DemoShop.Tests;

[Collection(DefaultShopCollection.Name)]
public sealed class EventFileTests(ShopLog log)
{
    private readonly DemoShopOptions _options = log.Shop.Options;

    [Fact]
    public void Files_DefaultShop_AreOneCatalogueAndOneEventFileADay()
    {
        var events = log.Files.Skip(1).ToArray();

        log.Files[0].Path.ShouldBe("catalogue/products.ndjson");
        events.Length.ShouldBe(90);
        events[0].Path.ShouldBe("events/2026-04-02.ndjson");
        events[^1].Path.ShouldBe("events/2026-06-30.ndjson");
        events.Count(file => file.Name.EndsWith(".gz", StringComparison.Ordinal)).ShouldBe(90 / 7);
        events[6].BlobFor(Identifier.Parse<ShopId>("default")).ToString().ShouldBe("events/default/2026-04-08.ndjson.gz");
        log.Files.ShouldAllBe(file => file.BlobFor(Identifier.Parse<ShopId>("default")).IsValid && file.Lines == ShopLog.Lines(file).Length);
    }

    [Fact]
    public void Events_DefaultShop_HaveTheCountsAskedFor()
    {
        var perType = log.Events.CountBy(e => e.Type).ToDictionary();

        perType["purchase"].ShouldBe(_options.Orders);
        log.Events.Count.ShouldBeInRange(60_000, 100_000);
        perType.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(["add_to_cart", "purchase", "rating", "refund", "remove_from_cart", "search", "view"]);
        log.Events.Where(e => e.Type == "purchase").Select(e => e.Order).Distinct().Count().ShouldBe(_options.Orders);
    }

    [Fact]
    public void Refunds_Always_TakeBackALineOfAnEarlierOrder()
    {
        var orders = log.Events.Where(e => e.Type == "purchase").ToDictionary(e => e.Order!);
        var refunds = log.Events.Where(e => e.Type == "refund").ToArray();

        refunds.Length.ShouldBeGreaterThan(100);
        foreach (var refund in refunds)
        {
            var order = orders[refund.Order!];
            order.OccurredAt.ShouldBeLessThan(refund.OccurredAt);
            order.Visitor.ShouldBe(refund.Visitor);
            refund.Items.ShouldBe(order.Items.Intersect(refund.Items));
        }
    }

    [Fact]
    public void Visitors_DefaultShop_AreSignedInOrNotAskedOrNotAndSomeAreRobots()
    {
        var signedIn = log.Events.Count(e => e.User is not null) / (double)log.Events.Count;
        var robots = log.Events
            .Where(e => e.UserAgent.Contains("bot", StringComparison.Ordinal) || e.UserAgent.StartsWith("python", StringComparison.Ordinal))
            .ToArray();

        signedIn.ShouldBeInRange(0.2, 0.6);
        log.Events.Count(e => !e.HasConsent).ShouldBeGreaterThan(1000);
        log.Events.Select(e => e.Visitor).Distinct().Count().ShouldBeInRange(3_000, 5_004);
        robots.Length.ShouldBeGreaterThan(500);
        robots.ShouldAllBe(e => e.Type == "view" && e.User == null);
    }

    [Fact]
    public void Events_OfOneFile_AreInTheOrderOfTimeAndOfTheirDay()
    {
        foreach (var day in log.Events.GroupBy(e => e.EventId[..10]))
        {
            var times = day.Select(e => e.OccurredAt).ToArray();
            var midnight = new DateTimeOffset(DateTime.ParseExact(day.Key[2..], "yyyyMMdd", null), TimeSpan.Zero);

            times.ShouldBeInOrder();
            times.ShouldAllBe(at => at >= midnight && at < midnight.AddHours(28));
        }
    }

    [Fact]
    public void Files_OfALargerShop_AreStreamedWithFlatMemory()
    {
        var live = new List<long>();
        foreach (var file in DemoShopGenerator.Generate(new DemoShopOptions { Days = 30 }.Scale(2)).Files())
        {
            file.Lines.ShouldBeGreaterThan(0);
            live.Add(GC.GetTotalMemory(forceFullCollection: live.Count % 10 == 2));
        }

        // Between the third and the twenty-third file some sixteen megabytes of events were made.
        (live[22] - live[2]).ShouldBeLessThan(6_000_000);
    }

    [Fact]
    public void WriteTo_Folder_WritesEveryFileAndTheTruthOnlyOnRequest()
    {
        var folder = Directory.CreateTempSubdirectory("demo-shop-");
        try
        {
            var shop = DemoShopGenerator.Generate(new DemoShopOptions { Products = 240, Visitors = 40, Orders = 100, Days = 8, Bundles = 10 });

            var report = shop.WriteTo(folder.FullName);
            File.Exists(Path.Combine(folder.FullName, "truth.json")).ShouldBeFalse();
            shop.WriteTo(folder.FullName, withTruth: true);

            report.Files.ShouldBe(9);
            report.Products.ShouldBe(240);
            report.EventLines.ShouldBe(shop.Files().Skip(1).Sum(file => (long)file.Lines));
            foreach (var file in shop.Files())
            {
                File.ReadAllBytes(Path.Combine(folder.FullName, file.Path)).AsSpan().SequenceEqual(file.Content.Span).ShouldBeTrue(file.Path);
            }

            File.ReadAllText(Path.Combine(folder.FullName, "truth.json")).ShouldContain($"\"anchor\": \"{shop.Truth.Bundles[0].Anchor}\"");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using BundleFunctions.Catalogue;
using BundleFunctions.Feedback;
using BundleFunctions.Functions;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Tests.Security;

/// <summary>Each risk of the OWASP API Security Top 10 (2023), tried on the running product. Routes come from the functions themselves: one that is
/// added is tried without anybody thinking of it here.</summary>
public sealed class OwaspApiTop10Tests
{
    private static readonly string[] WithBody = ["POST", "PUT"];

    private static ApiAudience AudienceOf(HttpFunction function) =>
        function.Method.GetCustomAttribute<ApiOperationAttribute>()?.Audience ?? ApiAudience.Admin;

    private static IEnumerable<(string Verb, HttpFunction Function)> Keyed() =>
        from function in ApiHost.Functions
        where function.Route.StartsWith("v1/{shop}", StringComparison.Ordinal) && AudienceOf(function) != ApiAudience.Everybody
        from verb in function.HttpMethods
        select (verb, function);

    private static string? BodyOf(string verb) => WithBody.Contains(verb) ? "{}" : null;

    [Fact]
    public async Task Api1_ObjectLevelAuthorisation_AnotherShopsKeyOpensNoRouteAndLearnsNothing()
    {
        await using var host = await ApiHost.StartAsync();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (verb, function) in Keyed())
        {
            foreach (var (shop, key) in new[] { (ApiHost.Shop, host.OthersAdminKey), (ApiHost.Other, host.AdminKey), (Identifier.Parse<ShopId>("no-such-shop"), host.AdminKey) })
            {
                var (status, text) = await host.AskAsync(verb, ApiHost.PathOf(function, shop), key, BodyOf(verb));
                status.ShouldBe(403, $"{verb} {function.Route}");
                texts.Add(text);
            }
        }

        texts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Api2_Authentication_NoRouteAnswersWithoutAGoodKeyAndGuessersWait()
    {
        await using var host = await ApiHost.StartAsync(("Limits:FailuresPerMinute", "200"));
        foreach (var (verb, function) in Keyed())
        {
            var path = ApiHost.PathOf(function, ApiHost.Shop);
            (await host.AskAsync(verb, path, body: BodyOf(verb))).Status.ShouldBe(401, $"{verb} {function.Route}");
            (await host.AskAsync(verb, $"{path}?x-api-key={host.AdminKey}", body: BodyOf(verb))).Status.ShouldBe(401, $"{verb} {function.Route}");
            (await host.AskAsync(verb, path, "bf_" + new string('A', 43), BodyOf(verb))).Status.ShouldBe(403, $"{verb} {function.Route}");
        }

        HttpResponseMessage? last = null;
        for (var i = 0; i < 250 && last?.StatusCode != System.Net.HttpStatusCode.TooManyRequests; i++)
        {
            last?.Dispose();
            last = await host.SendAsync("GET", "/api/v1/demo/bundles", $"bf_{i:D43}");
        }

        using (last)
        {
            ((int)last!.StatusCode).ShouldBe(429);
            last.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        }

        // Who has a key is not kept out by somebody who guesses from the same address.
        (await host.AskAsync("GET", "/api/v1/demo/bundles", host.ReadKey)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("POST", "keys", """{"role":"read","id":"0123456789ab"}""")]
    [InlineData("POST", "keys", """{"role":"read","hash":"00"}""")]
    [InlineData("POST", "keys", """{"role":"root"}""")]
    [InlineData("PUT", "rules/r-1", """{"id":"r-1","action":"hide","shop":"other"}""")]
    [InlineData("PUT", "rules/r-1", """{"id":"r-2","action":"hide"}""")]
    [InlineData("PUT", "rules", """{"rules":[],"etag":"x"}""")]
    [InlineData("POST", "catalogue/updates", """{"updates":[{"productId":"a"}],"shop":"other"}""")]
    public async Task Api3_PropertyLevelAuthorisation_FieldsThatAreNotTheCallersAreRefused(string verb, string path, string body)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, text) = await host.AskAsync(verb, $"/api/v1/demo/{path}", host.AdminKey, body);

        status.ShouldBe(400, text);
        (await host.AskAsync("GET", "/api/v1/demo/audit", host.AdminKey)).Text.ShouldBe("""{"entries":[]}""");
    }

    [Fact]
    public async Task Api3_PropertyLevelAuthorisation_ListsShowNoSecrets()
    {
        await using var host = await ApiHost.StartAsync();

        var (_, text) = await host.AskAsync("GET", "/api/v1/demo/keys", host.AdminKey);

        text.ShouldContain("\"role\":\"admin\"");
        text.ShouldNotContain(host.AdminKey[3..]);
        text.ShouldNotContain("hash");
    }

    [Fact]
    public async Task Api4_ResourceConsumption_BombsAreRefusedBeforeWork()
    {
        await using var host = await ApiHost.StartAsync();
        var huge = "{\"x\":\"" + new string('x', (1 << 20) + 1) + "\"}";
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);
        foreach (var (verb, function) in Keyed().Where(route => route.Function.Method.GetCustomAttribute<ApiOperationAttribute>()?.Body is not null))
        {
            var path = ApiHost.PathOf(function, ApiHost.Shop);
            (await host.AskAsync(verb, path, host.AdminKey, huge)).Status.ShouldBeInRange(400, 499, $"{verb} {function.Route}");
            (await host.AskAsync(verb, path, host.AdminKey, deep)).Status.ShouldBeInRange(200, 499, $"{verb} {function.Route}");
        }

        var cart = string.Join(',', Enumerable.Range(0, 51).Select(i => $"p{i}"));
        var filter = Uri.EscapeDataString(new string('(', 500) + "price > 1" + new string(')', 500));
        var many = Uri.EscapeDataString($"productId in ({string.Join(',', Enumerable.Range(0, 300).Select(_ => "'a'"))})");
        var started = Stopwatch.GetTimestamp();
        foreach (var query in new[] { $"carts/bundles?items={cart}", $"bundles?filter={filter}", $"bundles?filter={many}", "bundles?limit=1000000000", "bundles?limit=-1" })
        {
            (await host.AskAsync("GET", $"/api/v1/demo/{query}", host.ReadKey)).Status.ShouldBe(400, query);
        }

        (await host.AskAsync("GET", $"/api/v1/demo/bundles?filter={new string('x', 32 << 10)}", host.ReadKey)).Status.ShouldBeInRange(400, 499);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Api5_FunctionLevelAuthorisation_ReadKeyOpensNoAdminRoute()
    {
        await using var host = await ApiHost.StartAsync();
        var admin = Keyed().Where(route => AudienceOf(route.Function) == ApiAudience.Admin).ToList();
        admin.Count.ShouldBeGreaterThan(10);

        foreach (var (verb, function) in admin)
        {
            (await host.AskAsync(verb, ApiHost.PathOf(function, ApiHost.Shop), host.ReadKey, BodyOf(verb))).Status.ShouldBe(403, $"{verb} {function.Route}");
        }

        (await host.AskAsync("GET", "/api/v1/demo/audit", host.AdminKey)).Text.ShouldBe("""{"entries":[]}""");
    }

    [Fact]
    public async Task Api6_SensitiveBusinessFlows_ScrapingIsCappedAndForgedNamesEarnNothing()
    {
        await using var host = await ApiHost.StartAsync(("Limits:ReadPerSecond", "5"), ("Limits:ReadBurst", "20"));
        var statuses = new List<int>();
        for (var i = 0; i < 100; i++)
        {
            statuses.Add((await host.AskAsync("GET", $"/api/v1/demo/products/p{i}/bundles", host.ReadKey)).Status);
        }

        statuses.Count(status => status == 200).ShouldBeLessThan(60);
        statuses.ShouldContain(429);
        var ids = host.Services.GetRequiredService<RecommendationIds>();
        var own = ids.Create(ApiHost.Shop, new RecommendationStamp("product", null, "q"));
        foreach (var forged in new[] { own[..^1] + (own[^1] == 'A' ? 'B' : 'A'), own.Replace("product", "cart", StringComparison.Ordinal), "r1.x.y", "" })
        {
            ids.Read(ApiHost.Shop, forged, out _).ShouldNotBe(RecommendationIdStatus.Valid, forged);
        }

        ids.Read(ApiHost.Shop, own, out _).ShouldBe(RecommendationIdStatus.Valid);
        ids.Read(ApiHost.Other, own, out _).ShouldNotBe(RecommendationIdStatus.Valid);
    }

    [Fact]
    public void Api7_ServerSideRequestForgery_NothingBehindTheRoutesCanFetchAnAddress()
    {
        foreach (var assembly in new[] { typeof(Health).Assembly, typeof(ShopId).Assembly })
        {
            assembly.GetReferencedAssemblies().Select(reference => reference.Name)
                .ShouldAllBe(name => name != "System.Net.Http" && name != "System.Net.Requests" && name != "System.Net.Sockets" && name != "System.Net.WebClient");
        }
    }

    [Fact]
    public async Task Api8_Misconfiguration_EveryAnswerCarriesTheSecurityHeadersAndNoInnards()
    {
        await using var host = await ApiHost.StartAsync();
        var answers = new List<(string What, HttpResponseMessage Response)>();
        foreach (var function in ApiHost.Functions)
        {
            foreach (var verb in function.HttpMethods)
            {
                var path = ApiHost.PathOf(function, ApiHost.Shop);
                answers.Add(($"{verb} {path}", await host.SendAsync(verb, path, body: BodyOf(verb))));
                answers.Add(($"{verb} {path} with a key", await host.SendAsync(verb, path, host.AdminKey, BodyOf(verb), ("Origin", "https://evil.example"))));
            }
        }

        answers.Add(("unknown path", await host.SendAsync("GET", "/api/v1/demo/nothing/here", host.AdminKey)));
        answers.Add(("wrong method", await host.SendAsync("PATCH", "/api/v1/demo/bundles", host.AdminKey)));
        ((int)answers[^2].Response.StatusCode, (int)answers[^1].Response.StatusCode).ShouldBe((404, 405));
        foreach (var (what, response) in answers)
        {
            using (response)
            {
                response.Headers.TryGetValues("X-Content-Type-Options", out var sniff).ShouldBeTrue(what);
                sniff!.ShouldBe(["nosniff"], what);
                response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'", Case.Sensitive, what);
                response.Headers.Contains("Server").ShouldBeFalse(what);
                response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse(what);
                ((int)response.StatusCode).ShouldBeLessThan(500, what);
                (await response.Content.ReadAsStringAsync()).ShouldNotContain("   at ", Case.Sensitive, what);
            }
        }
    }

    [Fact]
    public async Task Api9_Inventory_EveryRouteIsDescribed()
    {
        await using var host = await ApiHost.StartAsync();
        using var document = JsonDocument.Parse((await host.AskAsync("GET", "/api/openapi.json")).Text);
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name}"));

        var routes = ApiHost.Functions.SelectMany(function => function.HttpMethods.Select(verb => $"{verb} /api/{function.Route}"));
        routes.ShouldBe(described, ignoreOrder: true);
    }

    [Fact]
    public async Task Api10_UnsafeConsumption_WhatAShopsFilesSayIsDataAndNothingElse()
    {
        await using var host = await ApiHost.StartAsync();
        var blob = new BlobName("catalogue", "demo/goods.ndjson");
        var lines = """
            {"productId":"a","title":"<script>alert(1)</script>","price":1,"currency":"EUR","imageUrl":"https://shop.example/a.png"}
            {"productId":"b","title":"b","price":1,"currency":"EUR","imageUrl":"javascript:alert(1)"}
            {"productId":"c","title":"c","price":1,"currency":"EUR","imageUrl":"file:///etc/passwd"}
            """;
        await host.Services.GetRequiredService<IBlobStore>().PutAsync(blob, new MemoryStream(Encoding.UTF8.GetBytes(lines)), BlobCondition.None, default);

        var report = await host.Services.GetRequiredService<CatalogueIntake>().IngestAsync(blob, default);

        (report.Accepted, report.Rejected["url_invalid"]).ShouldBe((1, 2));
    }
}

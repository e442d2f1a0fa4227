using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using BundleFunctions.Feedback;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Tests.Harness;
using BundleFunctions.Serving;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Tests.Docs;

public sealed partial class HttpApiDocTests
{
    private static readonly Dictionary<string, Func<Shop, HttpRequest, string[], Task<IResult>>> Functions = new(StringComparer.Ordinal)
    {
        ["GET /api/v1/{shop}/products/{productId}/bundles"] = (shop, request, values) => shop.ProductAsync(request, values[1], values[0]),
        ["GET /api/v1/{shop}/bundles"] = (shop, request, values) => shop.HomeAsync(request, values[0]),
        ["GET /api/v1/{shop}/carts/bundles"] = (shop, request, _) => shop.CartAsync(request),
        ["POST /api/v1/{shop}/carts/bundles"] = (shop, request, _) => shop.CartAsync(request),
        ["POST /api/v1/{shop}/events"] = (shop, request, _) => shop.PostEventsAsync(request),
        ["POST /api/v1/{shop}/generations/rollback"] = (shop, request, _) => shop.RollBackAsync(request),
        ["GET /api/v1/{shop}/experiments"] = (shop, request, _) => shop.GetExperimentsAsync(request),
        ["PUT /api/v1/{shop}/experiments"] = (shop, request, _) => shop.PutExperimentsAsync(request),
        ["GET /api/v1/{shop}/experiments/history"] = (shop, request, _) => shop.GetExperimentHistoryAsync(request),
        ["GET /api/v1/{shop}/reports/sales"] = (shop, request, _) => shop.GetSalesReportAsync(request),
        ["POST /api/v1/{shop}/privacy/erasures"] = (shop, request, _) => shop.Privacy.EraseAsync(request),
        ["GET /api/v1/{shop}/privacy/erasures/{erasureId}"] = (shop, request, _) => shop.Privacy.FindErasureAsync(request),
        ["POST /api/v1/{shop}/privacy/exports"] = (shop, request, _) => shop.Privacy.ExportAsync(request),
        ["POST /api/v1/{shop}/privacy/opt-outs"] = (shop, request, _) => shop.Privacy.OptOutAsync(request),
        ["POST /api/v1/{shop}/privacy/retention"] = (shop, request, _) => shop.Privacy.RetainAsync(request),
        ["GET /api/health"] = (shop, request, _) => shop.HealthAsync(request),
    };

    public static TheoryData<string> DocumentedRoutes => new(HttpApiDoc.Routes.Keys);

    [Fact]
    public void Doc_Routes_AreThoseOfTheFunctions()
    {
        var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "src", "BundleFunctions.App", "host.json")));
        var prefix = host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString();
        var routes =
            from type in typeof(Health).Assembly.GetTypes()
            from method in type.GetMethods()
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is not null
            from verb in trigger.Methods!
            select $"{verb.ToUpperInvariant()} /{prefix}/{trigger.Route}";

        HttpApiDoc.Routes.Keys.ShouldBe(routes, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(DocumentedRoutes))]
    public async Task Doc_ExampleOfRoute_IsAnsweredAsDocumented(string route)
    {
        var shop = await Shop.OpenAsync();
        await CameraGoods.PublishAsync(shop);
        var section = HttpApiDoc.Routes[route];
        var curl = Request(HttpApiDoc.Blocks(section, "sh").ShouldHaveSingleItem(), shop);

        var exchange = await AskAsync(shop, route, curl);

        section.ShouldContain($"{exchange.Status}, `{exchange.Headers.CacheControl}`");
        if (exchange.Status == StatusCodes.Status204NoContent)
        {
            (HttpApiDoc.Blocks(section, "json").Count, exchange.Text).ShouldBe((0, ""));
            return;
        }

        var answer = HttpApiDoc.Blocks(section, "json").ShouldHaveSingleItem();
        var documented = JsonShape.Text(JsonDocument.Parse(answer).RootElement);
        if (section.Contains("; begins:", StringComparison.Ordinal))
        {
            documented.Split('\n').Except(JsonShape.Text(exchange.Json).Split('\n'), StringComparer.Ordinal).ShouldBeEmpty();
        }
        else
        {
            documented.ShouldBe(JsonShape.Text(exchange.Json));
        }
    }

    [Fact]
    public async Task Doc_ExampleProblem_HasTheFieldsOfAProblem()
    {
        var section = HttpApiDoc.Section("Errors");
        var shop = await Shop.OpenAsync();
        var curl = Request(HttpApiDoc.Blocks(section, "sh").ShouldHaveSingleItem(), shop);

        var exchange = await AskAsync(shop, "GET /api/v1/{shop}/bundles", curl);

        JsonElement.DeepEquals(JsonDocument.Parse(HttpApiDoc.Blocks(section, "json").ShouldHaveSingleItem()).RootElement, exchange.Json)
            .ShouldBeTrue(exchange.Text);
    }

    [Fact]
    public void Doc_ProblemCodes_AreThoseOfTheCode()
    {
        var inFunctions = typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (ProblemResult)method.Invoke(null, [.. method.GetParameters().Select(Any)])!)
            .Select(problem => $"{problem.Status} {problem.Code}");
        var inLocalHost = Directory.GetFiles(Path.Combine(RepositoryRoot.Find(), "src", "BundleFunctions.LocalHost"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => ProblemCode().Matches(File.ReadAllText(file)))
            .Select(match => $"{(match.Groups["status"].Success ? match.Groups["status"].Value : "400")} {match.Groups["code"].Value}");

        Codes("Codes of the functions").ShouldBe(inFunctions, ignoreOrder: true);
        Codes("Codes of the local host").ShouldBe(inLocalHost.Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public void Doc_FieldsOfAnAnswer_AreThoseOfItsType()
    {
        var fields = new List<string>();
        AddFields(fields, "", AnswerJson.Default.BundleAnswer);

        HttpApiDoc.Rows(HttpApiDoc.Section("The answer")).Select(row => row[0]).ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public void Doc_Bounds_AreThoseOfTheCode()
    {
        var parameters = HttpApiDoc.Section("Parameters");
        var fallback = BundleQuery.Default;
        parameters.ShouldContain($"| `limit` | most bundles, 1..{BundleQuery.MaxLimit} | {fallback.Limit} |");
        parameters.ShouldContain($"| `maxItems` | most items of a bundle, 2..4 | {fallback.MaxItems} |");
        parameters.ShouldContain($"| {(fallback.Explain ? "true" : "false")} |");
        HttpApiDoc.Routes["GET /api/v1/{shop}/carts/bundles"].ShouldContain($"1..{BundleQuery.MaxCartProducts} different");
        HttpApiDoc.Routes["POST /api/v1/{shop}/carts/bundles"].ShouldContain($"{CartReader.MaxBodyBytes / 1024} KiB");
        var events = HttpApiDoc.Routes["POST /api/v1/{shop}/events"];
        events.ShouldContain($"{EventPoster.MaxEvents:N0} events");
        events.ShouldContain($"{EventPoster.MaxBodyBytes / (1024 * 1024)} MiB");
        HttpApiDoc.Routes["GET /api/health"].ShouldContain($"{new ServingOptions().HealthAge.TotalSeconds} seconds");
    }

    private static IEnumerable<string> Codes(string title) =>
        HttpApiDoc.Rows(HttpApiDoc.Section(title)).Select(row => $"{row[0]} {row[1]}");

    private static CurlLine Request(string curl, Shop shop) => CurlLine.Parse(curl, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["URL"] = "",
        ["READ_KEY"] = shop.ReadKey,
        ["ADMIN_KEY"] = shop.AdminKey,
    });

    private static async Task<Exchange> AskAsync(Shop shop, string route, CurlLine curl)
    {
        var template = route.Split(' ')[1].Split('/');
        var path = curl.Path.Split('/');
        $"{curl.Method} {string.Join('/', path.Select((part, i) => template[i].StartsWith('{') ? template[i] : part))}".ShouldBe(route);
        var values = path.Where((_, i) => template[i].StartsWith('{')).ToArray();
        var exchange = new Exchange(curl.Method, curl.Query, body: curl.Body, contentType: curl.Headers.GetValueOrDefault("content-type"));
        foreach (var (name, value) in curl.Headers)
        {
            exchange.Request.Headers[name] = value;
        }
        return await exchange.RunAsync(request => Functions.TryGetValue(route, out var function)
            ? function(shop, request, values)
            : FunctionCaller.CallAsync(shop, route, request, values));
    }

    private static object Any(ParameterInfo parameter) => parameter.ParameterType == typeof(long) ? 1L : "x";

    private static void AddFields(List<string> fields, string path, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var value = type.Options.GetTypeInfo(property.PropertyType);
            var (inner, innerName) = value.Kind == JsonTypeInfoKind.Enumerable
                ? (type.Options.GetTypeInfo(value.ElementType!), $"{name}[]")
                : (value, name);
            if (inner.Kind == JsonTypeInfoKind.Object)
            {
                AddFields(fields, innerName, inner);
            }
            else
            {
                fields.Add(name);
            }
        }
    }

    [GeneratedRegex("""(Status(?<status>\d{3})\w+|error\.StatusCode),\s*"(?<code>[a-z_]+)",""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProblemCode();
}

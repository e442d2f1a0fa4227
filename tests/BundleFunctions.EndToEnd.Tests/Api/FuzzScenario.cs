using System.Globalization;
using System.Text.Json.Nodes;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>Sends every operation of the served OpenAPI document requests made of that document.</summary>
internal static class FuzzScenario
{
    // 20,000 a route is the full size; FUZZ_REQUESTS sets it.
    private static readonly int Requests =
        int.TryParse(Environment.GetEnvironmentVariable("FUZZ_REQUESTS"), CultureInfo.InvariantCulture, out var requests) ? requests : 300;

    private const long AllowedGrowth = 96L << 20;

    /// <summary>Runs it, and answers how many requests each operation got.</summary>
    public static async Task<int> RunAsync(InProcessApi api)
    {
        var shops = await TwoShops.OpenAsync(api.Services);
        var served = await api.SendAsync(new ApiRequest("GET", "/api/openapi.json", "", []));
        served.Status.ShouldBe(200);
        var document = (JsonObject)JsonNode.Parse(served.Text)!;
        var operations = (
            from item in (JsonObject)document["paths"]!
            from operation in (JsonObject)item.Value!
            select (Path: item.Key, Method: operation.Key)).ToList();
        foreach (var (path, method) in operations)
        {
            await RunAsync(api, document, path, method, shops, Math.Min(100, Requests), seed: 1);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var (path, method) in operations)
        {
            await RunAsync(api, document, path, method, shops, Requests, seed: 2);
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(AllowedGrowth);
        return operations.Count;
    }

    private static async Task RunAsync(InProcessApi api, JsonObject document, string path, string method, TwoShops shops, int count, int seed)
    {
        var fuzzer = new RequestFuzzer(document, method, path, shops, seed);
        var documented = ((JsonObject)document["paths"]![path]![method]!["responses"]!).Select(response => response.Key).ToHashSet(StringComparer.Ordinal);
        var successes = 0;
        for (var i = 0; i < count; i++)
        {
            var request = fuzzer.Next();
            var answer = await api.SendAsync(request);
            var status = answer.Status.ToString(CultureInfo.InvariantCulture);
            var shown = $"{request.Method} {request.Path}{request.Query} {(request.Body is null ? "" : System.Text.Encoding.UTF8.GetString(request.Body.AsSpan(0, Math.Min(400, request.Body.Length))))} gave {status} {answer.Text[..Math.Min(300, answer.Text.Length)]}";
            (answer.Status < 500).ShouldBeTrue($"{shown}\n{api.Errors.Last}");
            (documented.Contains(status) || IsRoutings(answer)).ShouldBeTrue(shown);

            // Their own key opens their own shop, and nobody else's does.
            (request.Headers.Contains(("x-api-key", shops.TheirKey)) || !answer.Text.Contains($"\"{TwoShops.TheirCurrency}\"", StringComparison.Ordinal)).ShouldBeTrue(shown);
            successes += answer.Status < 300 ? 1 : 0;
        }

        // A fuzz that is always refused at the door tests the door only; what is looked up by a name may not be there, and what admins change has
        // rules that chance does not meet.
        var isAdmins = (string?)document["paths"]![path]![method]!["x-role"] is "admin";
        (successes > 0 || isAdmins || documented.Contains("404")).ShouldBeTrue($"{method} {path}");
    }

    // What stands in a path may make it another one, which no function answers.
    private static bool IsRoutings(ApiAnswer answer) =>
        answer.Status is 404 or 405 && (answer.Text.Contains("no_such_route", StringComparison.Ordinal) || answer.Text.Contains("method_not_allowed", StringComparison.Ordinal));
}

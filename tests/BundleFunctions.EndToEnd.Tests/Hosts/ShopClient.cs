using System.Net.Http.Json;
using System.Text.Json;

namespace BundleFunctions.EndToEnd.Tests.Hosts;

/// <summary>A shop front end: talks HTTP and knows nothing of the product's types.</summary>
internal sealed class ShopClient(HostReady ready) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = ready.Url };

    public Task<JsonElement> GetProductBundlesAsync(string product) => GetAsync($"products/{Uri.EscapeDataString(product)}/bundles");

    public async Task<JsonElement> GetAsync(string route)
    {
        using var answer = await SendAsync(HttpMethod.Get, route);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{route}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string route, object? body = null, string? key = null, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(method, $"api/v1/{ready.Shop}/{route}");
        request.Headers.Add("x-api-key", key ?? ready.ApiKey);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        return _client.SendAsync(request);
    }

    /// <summary>Runs a timer function now, as the platform's admin route does.</summary>
    public async Task RunFunctionAsync(string name)
    {
        using var answer = await _client.PostAsJsonAsync($"admin/functions/{name}", new { input = string.Empty });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The products of a bundle, anchor first.</summary>
    public static string[] ProductsOf(JsonElement bundle) =>
        [.. bundle.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("productId").GetString()!)];

    public void Dispose() => _client.Dispose();
}

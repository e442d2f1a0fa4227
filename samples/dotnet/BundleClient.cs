using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Samples;

/// <summary>Asks for bundles from a shop's own server. One instance for all requests; safe for all threads. No dependencies.</summary>
/// <param name="http">With the service's address; a time-out of a second or two keeps pages quick.</param>
/// <param name="shop">The shop.</param>
/// <param name="key">A read key, kept where the server keeps its secrets.</param>
public sealed class BundleClient(HttpClient http, string shop, string key)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (EntityTagHeaderValue Tag, BundleAnswer Answer)> _known = new(StringComparer.Ordinal);

    /// <summary>The bundles of a product page; none where the service does not answer.</summary>
    public Task<BundleAnswer> GetForProductAsync(string productId, int limit = 3, CancellationToken cancellationToken = default) =>
        GetAsync($"products/{Uri.EscapeDataString(productId)}/bundles?limit={limit}", cancellationToken);

    /// <summary>What goes with a cart.</summary>
    public Task<BundleAnswer> GetForCartAsync(IEnumerable<string> productIds, int limit = 3, CancellationToken cancellationToken = default) =>
        GetAsync($"carts/bundles?items={string.Join(',', productIds.Select(Uri.EscapeDataString))}&limit={limit}", cancellationToken);

    /// <summary>Tells what became of a bundle: <c>impression</c>, <c>click</c>, <c>add_to_cart</c> or <c>purchase</c>.</summary>
    /// <returns>Whether the event was taken in.</returns>
    public async Task<bool> TellAsync(
        string type, string visitorId, BundleAnswer answer, Bundle bundle, string? orderId = null, CancellationToken cancellationToken = default)
    {
        var occurred = new
        {
            type,
            occurredAt = DateTimeOffset.UtcNow,
            visitorId,
            orderId,
            recommendationId = answer.RecommendationId,
            bundleId = bundle.BundleId,
            items = bundle.Items,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/{shop}/events") { Content = JsonContent.Create(new[] { occurred }, options: Json) };
        request.Headers.Add("x-api-key", key);
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.Accepted
            && (await response.Content.ReadFromJsonAsync<Told>(Json, cancellationToken))?.Accepted == 1;
    }

    private async Task<BundleAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/{shop}/{path}");
        request.Headers.Add("x-api-key", key);
        if (_known.TryGetValue(path, out var known))
        {
            request.Headers.IfNoneMatch.Add(known.Tag);
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                return known.Answer;
            }

            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<BundleAnswer>(Json, cancellationToken) ?? BundleAnswer.None;
            if (response.Headers.ETag is { } tag)
            {
                // A page in production bounds this, or lets its HTTP cache do it.
                _known[path] = (tag, answer);
            }

            return answer;
        }
        catch (Exception error) when (error is HttpRequestException or JsonException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return BundleAnswer.None;
        }
    }

    private sealed record Told(int Accepted);
}

/// <summary>An answer, as far as a page needs it.</summary>
public sealed record BundleAnswer(string RecommendationId, IReadOnlyList<Bundle> Bundles)
{
    public static BundleAnswer None { get; } = new("", []);
}

/// <summary>One bundle.</summary>
public sealed record Bundle(string BundleId, IReadOnlyList<BundleItem> Items, BundlePrice Price, IReadOnlyList<string>? Reasons = null);

/// <summary>One product of it.</summary>
public sealed record BundleItem(string ProductId, int Quantity);

/// <summary>What it costs, and what its products would cost one by one.</summary>
public sealed record BundlePrice(string Currency, decimal List, decimal Offer);

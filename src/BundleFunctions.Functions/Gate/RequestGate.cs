using BundleFunctions.Functions.Http;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Gate;

/// <summary>What every request below <c>/v1/{shop}</c> passes besides its key: the rate of its key, the guesses of its address, the origins that
/// the shop allows. One for a process.</summary>
public sealed class RequestGate : IDisposable
{
    // Addresses share so many counters, whoever comes: memory stays flat under any number of addresses.
    private const int Counters = 4096;

    private readonly LimitOptions _options;
    private readonly ShopOrigins _origins;
    private readonly TokenBuckets<string> _readers;
    private readonly TokenBuckets<string> _admins;
    private readonly TokenBuckets<int> _failures;

    /// <param name="options">How fast callers may ask.</param>
    /// <param name="origins">Which pages may call which shop.</param>
    public RequestGate(LimitOptions options, ShopOrigins origins)
    {
        (_options, _origins) = (options, origins);
        _readers = new TokenBuckets<string>(options.ReadPerSecond, options.ReadBurst);
        _admins = new TokenBuckets<string>(options.AdminPerSecond, options.AdminBurst);
        _failures = new TokenBuckets<int>(options.FailuresPerMinute / 60.0, Math.Max(1, options.FailuresPerMinute));
    }

    /// <summary>Counts a request of a key that opens the route, and writes the rate's headers.</summary>
    /// <returns>Null, or the problem to answer with.</returns>
    public ProblemResult? Admit(HttpContext context, ApiEntry entry)
    {
        var buckets = entry.Role == ApiRole.Admin ? _admins : _readers;
        if (!buckets.IsLimited)
        {
            return null;
        }

        var admitted = buckets.TryTake(entry.KeyId!, out var remaining, out var retryAfter);
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = HeaderNumbers.Text(buckets.Burst);
        headers["RateLimit-Remaining"] = HeaderNumbers.Text(remaining);
        headers["RateLimit-Reset"] = HeaderNumbers.Text(buckets.SecondsToFull(remaining));
        return admitted ? null : Problems.RateExceeded(retryAfter);
    }

    /// <summary>Counts a request that was refused for its key.</summary>
    /// <returns>The problem to answer with: the refusal, or that its address has to wait.</returns>
    public ProblemResult Refuse(HttpContext context, ProblemResult refusal) =>
        _failures.TryTake(CounterOf(context), out _, out var retryAfter) ? refusal : Problems.RateExceeded(retryAfter);

    /// <summary>Lets the asking page read the answer, where the shop allows its origin.</summary>
    public ValueTask AllowOriginAsync(HttpContext context, ShopId shop, CancellationToken cancellationToken) =>
        CorsHeaders.SetAsync(context, _origins, shop, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _admins.Dispose();
        _failures.Dispose();
    }

    // Another order of addresses in every process, so that nobody can choose with whom to share.
    private int CounterOf(HttpContext context) =>
        (int)((uint)HashCode.Combine(ClientAddress.Find(context, _options.AddressHeader)) % Counters);
}

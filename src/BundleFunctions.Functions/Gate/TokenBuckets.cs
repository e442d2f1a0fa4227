using System.Threading.RateLimiting;

namespace BundleFunctions.Functions.Gate;

/// <summary>A token bucket for each caller: so many requests per second in the long run, so many at once. Buckets of callers that are quiet are
/// dropped.</summary>
internal sealed class TokenBuckets<TCaller> : IDisposable
    where TCaller : notnull
{
    private readonly PartitionedRateLimiter<TCaller>? _limiter;
    private readonly double _perSecond;

    /// <param name="perSecond">Tokens that a bucket gets per second; 0 for no limit.</param>
    /// <param name="burst">Tokens that it holds at most, and at first; 1 or more.</param>
    public TokenBuckets(double perSecond, int burst)
    {
        (_perSecond, Burst) = (perSecond, burst);
        if (perSecond <= 0)
        {
            return;
        }

        // Ten times a second where there is a token for that, otherwise one token at its time.
        var period = TimeSpan.FromSeconds(Math.Max(0.1, 1 / perSecond));
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, (int)Math.Round(perSecond * period.TotalSeconds)),
            ReplenishmentPeriod = period,
            QueueLimit = 0,
            AutoReplenishment = false,
        };
        Func<TCaller, RateLimiter> make = _ => new TokenBucketRateLimiter(options);
        _limiter = PartitionedRateLimiter.Create<TCaller, TCaller>(caller => RateLimitPartition.Get(caller, make));
    }

    /// <summary>Tokens that a bucket holds at most.</summary>
    public int Burst { get; }

    /// <summary>Whether there is a limit at all.</summary>
    public bool IsLimited => _limiter is not null;

    /// <summary>Takes a token; false where there is none.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="remaining">Tokens that are left.</param>
    /// <param name="retryAfter">Whole seconds until there is one again; 0 where one was taken.</param>
    public bool TryTake(TCaller caller, out int remaining, out int retryAfter)
    {
        (remaining, retryAfter) = (Burst, 0);
        if (_limiter is null)
        {
            return true;
        }

        using var lease = _limiter.AttemptAcquire(caller);
        remaining = Remaining(caller);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told.TotalSeconds : 1 / _perSecond;
            retryAfter = Math.Max(1, (int)Math.Ceiling(wait));
        }

        return lease.IsAcquired;
    }

    /// <summary>Tokens that are left.</summary>
    public int Remaining(TCaller caller) => (int)Math.Clamp(_limiter?.GetStatistics(caller)?.CurrentAvailablePermits ?? Burst, 0, Burst);

    /// <summary>Whole seconds until a bucket with so many tokens is full again.</summary>
    public int SecondsToFull(int remaining) => (int)Math.Ceiling((Burst - remaining) / _perSecond);

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();
}

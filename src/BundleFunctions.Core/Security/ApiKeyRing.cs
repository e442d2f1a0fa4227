using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Security;

/// <summary>API keys, each bound to a shop and a role. A key is stored as its hash and remembered for a few seconds, known or unknown.</summary>
public sealed class ApiKeyRing(IDocumentStore documents, TimeProvider clock)
{
    /// <summary>How keys begin, so that people and secret scanners know one when they see it.</summary>
    public const string Prefix = "bf_";

    // 256 bits in base64url, without padding.
    private const int KeyLength = 3 + 43;
    private const int MaxRemembered = 10_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // While the store cannot be reached a key that was good goes on being good for so long.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(ShopId Shop, ApiKeyHash Hash), Verdict> _verdicts = new();

    /// <summary>Makes a key.</summary>
    /// <returns>The key itself; it cannot be shown again.</returns>
    /// <exception cref="StoreException">The store failed; no key was made that anybody knows.</exception>
    public async Task<string> CreateAsync(ShopId shop, ApiRole role, CancellationToken cancellationToken)
    {
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        ApiKeyHash.TryCompute(key, out var hash);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new ApiKeyDocument(hash.ToString(), role, clock.GetUtcNow()), ApiKeyJson.Default.ApiKeyDocument);
        await documents.PutManyAsync([new Document(KeyOf(shop, hash), body)], cancellationToken);
        return key;
    }

    /// <summary>Takes a key back; other processes notice within seconds of its next use.</summary>
    /// <exception cref="StoreException">The store failed; the key may still be good.</exception>
    public async Task RevokeAsync(ShopId shop, string key, CancellationToken cancellationToken)
    {
        if (ApiKeyHash.TryCompute(key, out var hash))
        {
            await documents.DeleteManyAsync([KeyOf(shop, hash)], cancellationToken);
            _verdicts.TryRemove((shop, hash), out _);
        }
    }

    /// <summary>Whether the holder of a key may act in a shop. A key of another shop, a made-up key and an unknown shop look alike.</summary>
    /// <exception cref="StoreException">The store failed, and nothing was known of the key.</exception>
    public ValueTask<ApiAccess> AuthorizeAsync(string? presented, ShopId shop, ApiRole role, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(presented))
        {
            return new ValueTask<ApiAccess>(ApiAccess.Missing);
        }

        if (presented.Length != KeyLength
            || !presented.StartsWith(Prefix, StringComparison.Ordinal)
            || !ApiKeyHash.TryCompute(presented, out var hash))
        {
            return new ValueTask<ApiAccess>(ApiAccess.Denied);
        }

        return _verdicts.TryGetValue((shop, hash), out var verdict) && IsYounger(verdict, Fresh)
            ? new ValueTask<ApiAccess>(Judge(verdict, role))
            : new ValueTask<ApiAccess>(LookUpAsync(shop, hash, role, verdict, cancellationToken));
    }

    private async Task<ApiAccess> LookUpAsync(
        ShopId shop, ApiKeyHash hash, ApiRole role, Verdict? known, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await documents.GetAsync(KeyOf(shop, hash), cancellationToken);
            var verdict = new Verdict(stored is null ? null : RoleOf(stored, hash), clock.GetUtcNow());
            Remember((shop, hash), verdict);
            return Judge(verdict, role);
        }
        catch (StoreException) when (known is not null && IsYounger(known, Grace))
        {
            return Judge(known, role);
        }
    }

    private static ApiRole? RoleOf(StoredDocument stored, ApiKeyHash hash)
    {
        try
        {
            var document = JsonSerializer.Deserialize(stored.Body.Span, ApiKeyJson.Default.ApiKeyDocument);
            return document is not null && hash.Matches(document.Hash) ? document.Role : null;
        }
        catch (JsonException)
        {
            // A record that cannot be read opens nothing.
            return null;
        }
    }

    private void Remember((ShopId Shop, ApiKeyHash Hash) key, Verdict verdict)
    {
        // Guesses must not fill the memory: unknown keys go first, then all.
        if (_verdicts.Count >= MaxRemembered)
        {
            foreach (var (other, old) in _verdicts)
            {
                if (old.Role is null || !IsYounger(old, Grace))
                {
                    _verdicts.TryRemove(other, out _);
                }
            }

            if (_verdicts.Count >= MaxRemembered)
            {
                _verdicts.Clear();
            }
        }

        _verdicts[key] = verdict;
    }

    private bool IsYounger(Verdict verdict, TimeSpan age) =>
        clock.GetUtcNow() - verdict.At is var elapsed && elapsed >= TimeSpan.Zero && elapsed < age;

    private static ApiAccess Judge(Verdict verdict, ApiRole role) =>
        verdict.Role is { } held && (held == role || held == ApiRole.Admin) ? ApiAccess.Granted : ApiAccess.Denied;

    private static DocumentKey KeyOf(ShopId shop, ApiKeyHash hash) => new($"k|{shop}", hash.ToString());

    private sealed record Verdict(ApiRole? Role, DateTimeOffset At);
}

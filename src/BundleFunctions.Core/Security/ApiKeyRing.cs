using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Security;

/// <summary>API keys, each bound to a shop and a role: at most two of a role, so that one can be changed for the other without a pause. A shop's
/// keys are one document, their hashes in it, remembered for a few seconds: a guess costs no read.</summary>
public sealed class ApiKeyRing
{
    /// <summary>How keys begin, so that people and secret scanners know one when they see it.</summary>
    public const string Prefix = "bf_";

    /// <summary>Keys that a shop may have of one role.</summary>
    public const int MaxKeysPerRole = 2;

    /// <summary>Longest label of a key, in characters.</summary>
    public const int MaxLabelLength = 100;

    // 256 bits in base64url, without padding.
    private const int KeyLength = 3 + 43;
    private const int MaxRaces = 10;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // A key that is not known may have been made a moment ago: it is looked for again, but not for every guess.
    private static readonly TimeSpan FreshForUnknown = TimeSpan.FromSeconds(1);

    // While the store cannot be reached a key that was good goes on being good for so long.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private readonly IDocumentStore _documents;
    private readonly TimeProvider _clock;
    private readonly ShopMemo<HeldKeys> _rings;

    public ApiKeyRing(IDocumentStore documents, TimeProvider clock)
    {
        (_documents, _clock) = (documents, clock);
        _rings = new ShopMemo<HeldKeys>(
            async (shop, _, token) => new HeldKeys((await ReadAsync(shop, token)).Ring), Grace, held => !held.IsEmpty, clock);
    }

    /// <summary>Makes a key.</summary>
    /// <returns>The key itself; it cannot be shown again.</returns>
    /// <exception cref="ApiKeyLimitException">The shop has two keys of the role.</exception>
    /// <exception cref="StoreException">The store failed; no key was made that anybody knows.</exception>
    public async Task<string> CreateAsync(ShopId shop, ApiRole role, CancellationToken cancellationToken) =>
        (await IssueAsync(shop, role, label: null, cancellationToken) ?? throw new ApiKeyLimitException(shop, role)).Key;

    /// <summary>Makes a key; null where the shop has two keys of the role.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="role">What its holder may do.</param>
    /// <param name="label">What the shop calls it, at most <see cref="MaxLabelLength"/> characters; null for nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store failed; no key was made that anybody knows.</exception>
    public async Task<IssuedApiKey?> IssueAsync(ShopId shop, ApiRole role, string? label, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label?.Length ?? 0, MaxLabelLength, nameof(label));
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        ApiKeyHash.TryCompute(key, out var hash);
        var made = new ApiKeyDocument(hash.ToString(), role, _clock.GetUtcNow(), label);
        var changed = await ChangeAsync(
            shop, keys => keys.Count(held => held.Role == role) < MaxKeysPerRole ? [.. keys, made] : null, cancellationToken);
        return changed ? new IssuedApiKey(HeldKeys.InfoOf(made), key) : null;
    }

    /// <summary>A shop's keys, oldest first, without the secrets.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IReadOnlyList<ApiKeyInfo>> ListAsync(ShopId shop, CancellationToken cancellationToken) =>
        [.. new HeldKeys((await ReadAsync(shop, cancellationToken)).Ring).Infos];

    /// <summary>Takes a key back; other processes notice within seconds of its next use.</summary>
    /// <exception cref="StoreException">The store failed; the key may still be good.</exception>
    public async Task RevokeAsync(ShopId shop, string key, CancellationToken cancellationToken)
    {
        if (ApiKeyHash.TryCompute(key, out var hash))
        {
            await RevokeByIdAsync(shop, hash.ToString()[..12], cancellationToken);
        }
    }

    /// <summary>Takes the key of an id back; false where the shop has none of that id.</summary>
    /// <exception cref="StoreException">The store failed; the key may still be good.</exception>
    public Task<bool> RevokeByIdAsync(ShopId shop, string id, CancellationToken cancellationToken) => ChangeAsync(
        shop,
        keys => keys.Where(held => !held.Hash.StartsWith(id, StringComparison.Ordinal)).ToArray() is var rest && id.Length == 12 && rest.Length < keys.Count ? rest : null,
        cancellationToken);

    /// <summary>Whether the holder of a key may act in a shop. A key of another shop, a made-up key and an unknown shop look alike.</summary>
    /// <exception cref="StoreException">The store failed, and nothing was known of the key.</exception>
    public ValueTask<ApiAccess> AuthorizeAsync(string? presented, ShopId shop, ApiRole role, CancellationToken cancellationToken)
    {
        var entry = EnterAsync(presented, shop, role, cancellationToken);
        return entry.IsCompletedSuccessfully ? new ValueTask<ApiAccess>(entry.Result.Access) : WaitAsync(entry);

        static async ValueTask<ApiAccess> WaitAsync(ValueTask<ApiEntry> entry) => (await entry).Access;
    }

    /// <summary>Whether the holder of a key may act in a shop, and which key it is.</summary>
    /// <inheritdoc cref="AuthorizeAsync"/>
    public ValueTask<ApiEntry> EnterAsync(string? presented, ShopId shop, ApiRole role, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(presented))
        {
            return new ValueTask<ApiEntry>(new ApiEntry(ApiAccess.Missing, null, default));
        }

        if (presented.Length != KeyLength || !presented.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new ValueTask<ApiEntry>(new ApiEntry(ApiAccess.Denied, null, default));
        }

        var ring = _rings.GetAsync(shop, Fresh, cancellationToken);
        return ring.IsCompletedSuccessfully && ring.Result.Value.Recall(presented) is { } key
            ? new ValueTask<ApiEntry>(Judge(key, role))
            : new ValueTask<ApiEntry>(LookUpAsync(ring.AsTask(), shop, presented, role, cancellationToken));
    }

    private async Task<ApiEntry> LookUpAsync(
        Task<Remembered<HeldKeys>> reading, ShopId shop, string presented, ApiRole role, CancellationToken cancellationToken)
    {
        var ring = await reading;
        if (!ApiKeyHash.TryCompute(presented, out var hash))
        {
            return new ApiEntry(ApiAccess.Denied, null, default);
        }

        if (ring.Value.Find(hash, presented) is { } key)
        {
            return Judge(key, role);
        }

        ring = await _rings.GetAsync(shop, FreshForUnknown, cancellationToken);
        return ring.Value.Find(hash, presented) is { } made ? Judge(made, role)
            : ring.Fault is { } fault ? throw fault
            : new ApiEntry(ApiAccess.Denied, null, default);
    }

    private static ApiEntry Judge(ApiKeyInfo key, ApiRole role) =>
        new(key.Role == role || key.Role == ApiRole.Admin ? ApiAccess.Granted : ApiAccess.Denied, key.Id, key.Role);

    /// <summary>Replaces a shop's keys by what <paramref name="change"/> makes of them; false where it makes nothing.</summary>
    private async Task<bool> ChangeAsync(
        ShopId shop, Func<IReadOnlyList<ApiKeyDocument>, IReadOnlyList<ApiKeyDocument>?> change, CancellationToken cancellationToken)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var (ring, etag) = await ReadAsync(shop, cancellationToken);
            if (change(ring?.Keys ?? []) is not { } keys)
            {
                return false;
            }

            var body = JsonSerializer.SerializeToUtf8Bytes(new ApiKeyRingDocument(keys), ApiKeyJson.Default.ApiKeyRingDocument);
            if (await _documents.CompareAndSwapAsync(new Document(KeyOf(shop), body), etag, cancellationToken) is not null)
            {
                _rings.Forget(shop);
                return true;
            }
        }

        throw new StoreException($"The keys of shop {shop} were changed by others {MaxRaces} times in a row.", isTransient: true);
    }

    private async Task<(ApiKeyRingDocument? Ring, string? ETag)> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var stored = await _documents.GetAsync(KeyOf(shop), cancellationToken);
        try
        {
            return stored is null ? (null, null) : (JsonSerializer.Deserialize(stored.Body.Span, ApiKeyJson.Default.ApiKeyRingDocument), stored.ETag);
        }
        catch (JsonException)
        {
            // A record that cannot be read opens nothing, and is not written over.
            throw new StoreException($"The keys of shop {shop} cannot be read.", isTransient: false);
        }
    }

    private static DocumentKey KeyOf(ShopId shop) => new($"k|{shop}", "ring");
}

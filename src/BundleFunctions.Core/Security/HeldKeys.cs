namespace BundleFunctions.Security;

/// <summary>A shop's keys, ready to be compared with.</summary>
internal sealed class HeldKeys
{
    private readonly (ApiKeyHash Hash, ApiKeyInfo Info)[] _keys;

    public HeldKeys(ApiKeyRingDocument? ring) =>
        _keys = [.. (ring?.Keys ?? []).Where(key => ApiKeyHash.TryParse(key.Hash, out _)).Select(key => (ApiKeyHash.Parse(key.Hash), InfoOf(key)))];

    /// <summary>Whether the shop has none, and so may not exist.</summary>
    public bool IsEmpty => _keys.Length == 0;

    public IEnumerable<ApiKeyInfo> Infos => _keys.Select(key => key.Info);

    /// <summary>The key of a hash; null where the shop has none. Looks at every key, and at all of each, whatever it finds.</summary>
    public ApiKeyInfo? Find(ApiKeyHash hash)
    {
        ApiKeyInfo? found = null;
        foreach (var (own, info) in _keys)
        {
            found = own.Matches(hash) ? info : found;
        }

        return found;
    }

    public static ApiKeyInfo InfoOf(ApiKeyDocument key) => new(key.Hash[..12], key.Role, key.CreatedAt, key.Label);
}

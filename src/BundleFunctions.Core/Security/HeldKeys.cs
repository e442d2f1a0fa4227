namespace BundleFunctions.Security;

/// <summary>A shop's keys, ready to be compared with. A key that opened is known by its text from then on, which spares its next request the
/// hash; it is forgotten with the ring, within seconds.</summary>
internal sealed class HeldKeys
{
    private readonly (ApiKeyHash Hash, ApiKeyInfo Info)[] _keys;
    private readonly string?[] _opened;

    public HeldKeys(ApiKeyRingDocument? ring)
    {
        _keys = [.. (ring?.Keys ?? []).Where(key => ApiKeyHash.TryParse(key.Hash, out _)).Select(key => (ApiKeyHash.Parse(key.Hash), InfoOf(key)))];
        _opened = new string?[_keys.Length];
    }

    /// <summary>Whether the shop has none, and so may not exist.</summary>
    public bool IsEmpty => _keys.Length == 0;

    public IEnumerable<ApiKeyInfo> Infos => _keys.Select(key => key.Info);

    /// <summary>The key of a text that <see cref="Find"/> has found before; null where it has not. Looks at all of every text, whatever it finds.</summary>
    public ApiKeyInfo? Recall(string presented)
    {
        ApiKeyInfo? found = null;
        for (var i = 0; i < _opened.Length; i++)
        {
            found = _opened[i] is { } opened && AreSame(opened, presented) ? _keys[i].Info : found;
        }

        return found;
    }

    /// <summary>The key of a hash; null where the shop has none. Looks at every key, and at all of each, whatever it finds.</summary>
    /// <param name="hash">The hash of the text.</param>
    /// <param name="presented">The text.</param>
    public ApiKeyInfo? Find(ApiKeyHash hash, string presented)
    {
        ApiKeyInfo? found = null;
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i].Hash.Matches(hash))
            {
                (found, _opened[i]) = (_keys[i].Info, presented);
            }
        }

        return found;
    }

    public static ApiKeyInfo InfoOf(ApiKeyDocument key) => new(key.Hash[..12], key.Role, key.CreatedAt, key.Label);

    // In a time that tells nothing but the length, which all keys share.
    private static bool AreSame(string one, string other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        var differences = 0;
        for (var i = 0; i < one.Length; i++)
        {
            differences |= one[i] ^ other[i];
        }

        return differences == 0;
    }
}

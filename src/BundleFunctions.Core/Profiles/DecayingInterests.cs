namespace BundleFunctions.Profiles;

/// <summary>The strongest of many weights that fade: bounded, so that a person who looks at everything costs no more than any other.</summary>
/// <remarks>Weights grow with time instead of fading (forward decay: Cormode, Shkapenyuk, Srivastava and Xu, 2009), so that nothing has to be touched
/// twice. Where there is no room the weakest goes, of equals the last in ordinal order.</remarks>
internal sealed class DecayingInterests
{
    private const int Room = 32;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public void Add(string name, double weight)
    {
        if (_weights.Count >= Room && !_weights.ContainsKey(name))
        {
            _weights.Remove(_weights.OrderBy(pair => pair.Value).ThenByDescending(pair => pair.Key, StringComparer.Ordinal).First().Key);
        }

        _weights[name] = _weights.GetValueOrDefault(name) + weight;
    }

    /// <summary>The strongest, as shares of all that are known, to three decimals.</summary>
    public IReadOnlyList<Interest> Top(int count)
    {
        var total = _weights.OrderBy(pair => pair.Key, StringComparer.Ordinal).Sum(pair => pair.Value);
        return
        [
            .. _weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(count)
                .Select(pair => new Interest(pair.Key, Math.Round(pair.Value / total, 3))),
        ];
    }
}

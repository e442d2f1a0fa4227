namespace BundleFunctions.Intake.Maps;

/// <summary>Numbers the places that a map names, so that each is looked for once a file and not once a record.</summary>
internal sealed class MapPlaces
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _all = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<string> All => _all;

    public int Add(string place)
    {
        if (!_numbers.TryGetValue(place, out var number))
        {
            _numbers.Add(place, number = _all.Count);
            _all.Add(place);
        }

        return number;
    }

    public PlacedSource Add(ImportSource source) => new([.. source.Places.Select(Add)], source.IsJoined);
}

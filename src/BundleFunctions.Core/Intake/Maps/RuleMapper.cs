namespace BundleFunctions.Intake.Maps;

/// <summary>A map's rules of what is refused and what is left out, by the numbers of their places.</summary>
internal sealed class RuleMapper
{
    private readonly (ImportRefusal Rule, PlacedSource Source, bool LeavesOut)[] _rules;
    private readonly Func<string, bool> _isPersonal;

    /// <param name="leaveOut">Rules of what is left out; they come first.</param>
    /// <param name="refuse">Rules of what is refused.</param>
    /// <param name="places">Numbers their places.</param>
    /// <param name="isPersonal">Whether a place may hold what a person is known by; then what was found is not told.</param>
    public RuleMapper(IReadOnlyList<ImportRefusal> leaveOut, IReadOnlyList<ImportRefusal> refuse, MapPlaces places, Func<string, bool> isPersonal)
    {
        _isPersonal = isPersonal;
        _rules =
        [
            .. leaveOut.Select(rule => (rule, places.Add(rule.Column), true)),
            .. refuse.Select(rule => (rule, places.Add(rule.Column), false)),
        ];
    }

    /// <summary>What the first rule that fits says; null where none does.</summary>
    public FieldFault? Find(IRecordValues values)
    {
        foreach (var (rule, source, leavesOut) in _rules)
        {
            if (source.Read(values, out var text) is null && rule.Fits(text))
            {
                var place = rule.Column.Places[0];
                return new(place, rule.Code, rule.Reason, rule.Column.Places.Any(_isPersonal) ? null : text ?? string.Empty) { IsLeftOut = leavesOut };
            }
        }

        return null;
    }
}

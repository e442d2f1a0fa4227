using System.Globalization;
using BundleFunctions.Experiments;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The totals of visitors, bounded: where there are too many, an even sample of them is kept. A pseudonym is the output of a keyed hash, so
/// those whose first bits lie below a bound are a random sample, whatever they did.</summary>
/// <param name="maxVisitors">Visitors kept at most.</param>
internal sealed class VisitorBook(int maxVisitors)
{
    private readonly Dictionary<Pseudonym, VisitorTotals> _visitors = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _halvings;

    /// <summary>Share of visitors that is kept.</summary>
    public double Share => Math.Pow(0.5, _halvings);

    public IEnumerable<KeyValuePair<Pseudonym, VisitorTotals>> All => _visitors;

    /// <summary>A visitor's totals; null where the visitor is not of the sample.</summary>
    public VisitorTotals? Find(Pseudonym visitor)
    {
        if (!IsKept(visitor))
        {
            return null;
        }

        if (!_visitors.TryGetValue(visitor, out var totals))
        {
            _visitors.Add(visitor, totals = new VisitorTotals());
            if (_visitors.Count > maxVisitors)
            {
                Halve();
                return IsKept(visitor) ? totals : null;
            }
        }

        return totals;
    }

    /// <summary>Notes the experiments whose answer a visitor got.</summary>
    public void Expose(Pseudonym visitor, string variant, DateTimeOffset at)
    {
        if (!variant.Contains(':', StringComparison.Ordinal) || Find(visitor) is not { } totals)
        {
            return;
        }

        foreach (var arm in variant.Split('+'))
        {
            var colon = arm.IndexOf(':', StringComparison.Ordinal);
            var experiment = colon < 0 ? arm : arm[..colon];
            if (colon > 0 && totals.Exposures?.Exists(known => string.Equals(known.Experiment, experiment, StringComparison.Ordinal)) != true)
            {
                // Mixed answers are told apart by their teams, which would make a variant of each.
                var name = TeamCode.TryRead(arm, out _, out _) ? TeamCode.Mixed : arm[(colon + 1)..];
                (totals.Exposures ??= new List<Exposure>(1)).Add(new Exposure(Intern(experiment), Intern(name), at));
            }
        }
    }

    /// <summary>Notes which of two mixed rankings a visitor's click on a bundle speaks for.</summary>
    public void Credit(Pseudonym visitor, string variant, BundleId bundle)
    {
        if (!variant.Contains(TeamCode.Mixed, StringComparison.Ordinal) || Find(visitor) is not { Exposures: { } exposures })
        {
            return;
        }

        foreach (var arm in variant.Split('+'))
        {
            if (TeamCode.TryRead(arm, out var experiment, out _)
                && exposures.Find(known => string.Equals(known.Experiment, experiment, StringComparison.Ordinal)) is { } exposure)
            {
                exposure.Balance += TeamCode.CreditOf(arm, bundle);
            }
        }
    }

    private bool IsKept(Pseudonym visitor) =>
        _halvings == 0 || uint.Parse(visitor.Value.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (32 - _halvings) == 0;

    private void Halve()
    {
        _halvings++;
        foreach (var visitor in _visitors.Keys)
        {
            if (!IsKept(visitor))
            {
                _visitors.Remove(visitor);
            }
        }
    }

    private string Intern(string name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            _names.Add(name, known = name);
        }

        return known;
    }
}

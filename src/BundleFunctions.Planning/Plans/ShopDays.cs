using BundleFunctions.Intake;
using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Plans;

/// <summary>A shop's days as series that are watched: events by type, what was paid a piece, purchases a thousand views, and refused
/// records a thousand read.</summary>
public sealed class ShopDays
{
    private readonly SortedDictionary<string, SortedDictionary<int, double>> _counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, (double Paid, double Pieces)> _paid = [];
    private readonly SortedDictionary<int, double> _rejects = [];
    private int? _last;

    /// <summary>The last day that is over: the one before the day of the newest event; null where there is none.</summary>
    public DateOnly? LastWholeDay => _last is { } last && _counts.Values.Any(days => days.Keys.First() < last) ? DateOnly.FromDayNumber(last - 1) : null;

    /// <summary>Counts one event; order does not matter.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.Consent is { Analytics: false })
        {
            return;
        }

        var day = DateOnly.FromDateTime(shopEvent.OccurredAt.UtcDateTime).DayNumber;
        _last = Math.Max(_last ?? day, day);
        var name = $"events.{shopEvent.Type.ToString().ToLowerInvariant()}";
        if (!_counts.TryGetValue(name, out var days))
        {
            _counts.Add(name, days = []);
        }

        days[day] = days.GetValueOrDefault(day) + 1;
        if (shopEvent.Type == EventType.Purchase)
        {
            var (paid, pieces) = _paid.GetValueOrDefault(day);
            foreach (var item in shopEvent.Items.Where(item => item.UnitPrice is not null))
            {
                (paid, pieces) = (paid + ((double)(item.UnitPrice!.Value - (item.Discount ?? 0)) * item.Quantity), pieces + item.Quantity);
            }

            _paid[day] = (paid, pieces);
        }
    }

    /// <summary>Counts what was read on one day; each day once.</summary>
    public void Add(IntakeDay day) => _rejects[day.Day.DayNumber] = 1000.0 * day.Rejected / day.Records;

    /// <summary>The series up to the last whole day, in ordinal order of their names.</summary>
    public IEnumerable<DemandSeries> Series()
    {
        if (LastWholeDay is not { } through)
        {
            yield break;
        }

        foreach (var (name, days) in _counts.Where(one => one.Value.Keys.First() <= through.DayNumber))
        {
            yield return DemandBook.Filled(name, Until(days, through), through.DayNumber);
        }

        var views = _counts.GetValueOrDefault("events.view") ?? [];
        var orders = _counts.GetValueOrDefault("events.purchase") ?? [];
        var conversion = new SortedDictionary<int, double>(views.ToDictionary(day => day.Key, day => 1000 * orders.GetValueOrDefault(day.Key) / day.Value));
        if (conversion.Count > 0 && conversion.Keys.First() <= through.DayNumber)
        {
            yield return DemandBook.Filled("purchasesPerThousandViews", Until(conversion, through), through.DayNumber);
        }

        var prices = new SortedDictionary<int, double>(_paid.Where(day => day.Value.Pieces > 0).ToDictionary(day => day.Key, day => 100 * day.Value.Paid / day.Value.Pieces));
        if (prices.Count > 0 && prices.Keys.First() <= through.DayNumber)
        {
            yield return DemandBook.Filled("hundredthsPaidPerPiece", Until(prices, through), through.DayNumber);
        }

        if (_rejects.Count > 0 && _rejects.Keys.First() <= through.DayNumber)
        {
            yield return DemandBook.Filled("rejectsPerThousandRecords", Until(_rejects, through), through.DayNumber);
        }
    }

    private static SortedDictionary<int, double> Until(SortedDictionary<int, double> days, DateOnly through) =>
        new(days.Where(day => day.Key <= through.DayNumber).ToDictionary());
}

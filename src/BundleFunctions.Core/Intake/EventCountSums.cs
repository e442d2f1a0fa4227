namespace BundleFunctions.Intake;

/// <summary>Adds counts of files up.</summary>
internal static class EventCountSums
{
    public static EventCounts Of(IEnumerable<EventCounts> files)
    {
        var sum = new EventCounts();
        foreach (var file in files)
        {
            Add(sum, file);
        }

        return sum;
    }

    private static void Add(EventCounts sum, EventCounts file)
    {
        sum.Events += file.Events;
        sum.WithVisitor += file.WithVisitor;
        sum.WithUser += file.WithUser;
        sum.WithSession += file.WithSession;
        sum.WithOrder += file.WithOrder;
        sum.WithCurrency += file.WithCurrency;
        sum.WithQuery += file.WithQuery;
        sum.WithRating += file.WithRating;
        sum.WithChannel += file.WithChannel;
        sum.WithRecommendation += file.WithRecommendation;
        sum.WithBundle += file.WithBundle;
        sum.WithConsent += file.WithConsent;
        sum.Items += file.Items;
        sum.ItemsWithPrice += file.ItemsWithPrice;
        sum.ItemsWithDiscount += file.ItemsWithDiscount;
        sum.ItemsWithTitle += file.ItemsWithTitle;
        sum.Purchases += file.Purchases;
        sum.PurchasesWithPerson += file.PurchasesWithPerson;
        sum.PurchasesWithOrder += file.PurchasesWithOrder;
        sum.First = sum.First is { } first && !(file.First < first) ? first : file.First;
        sum.Last = sum.Last is { } last && !(file.Last > last) ? last : file.Last;
        sum.Arrival.Ahead += file.Arrival.Ahead;
        sum.Arrival.WithinAnHour += file.Arrival.WithinAnHour;
        sum.Arrival.WithinADay += file.Arrival.WithinADay;
        sum.Arrival.WithinAWeek += file.Arrival.WithinAWeek;
        sum.Arrival.Older += file.Arrival.Older;
        sum.Arrival.MostAheadSeconds = Math.Max(sum.Arrival.MostAheadSeconds, file.Arrival.MostAheadSeconds);
        foreach (var (type, count) in file.Types)
        {
            sum.Types[type] = sum.Types.GetValueOrDefault(type) + count;
        }
    }
}

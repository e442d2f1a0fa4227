using System.Globalization;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Advice;

namespace BundleFunctions.Cli.Commands;

/// <summary>The lake's figures as lines.</summary>
internal static class LakeLines
{
    public static void Print(ConsoleLines lines, IntakeOverview overview)
    {
        lines.Say($"shop          {overview.Shop}");
        lines.Say($"files         {overview.Files:N0}");
        lines.Say($"records       {overview.RecordsRead:N0}");
        lines.Say($"accepted      {overview.Accepted:N0}");
        lines.Say($"duplicates    {overview.Duplicates:N0}");
        lines.Say($"acceptance    {100 * overview.AcceptanceRate:F2} %");
        lines.Say($"rejected      {overview.Rejected.Values.Sum():N0}");
        foreach (var (code, count) in overview.Rejected)
        {
            lines.Say($"  {code,-30} {count:N0}");
        }

        lines.Say($"days          {overview.FirstDay ?? "none"} .. {overview.LastDay ?? "none"}");
        lines.Say($"not taken in  {overview.NotTakenIn.Count:N0}");
        foreach (var entry in overview.NotTakenIn)
        {
            lines.Say($"  {entry.Blob}: {entry.Status}. {entry.Message}");
        }

        Print(lines, overview.Counts);
        if (overview.Counted < overview.Files)
        {
            lines.Say($"{overview.Files - overview.Counted:N0} older files were not counted column by column");
        }
    }

    public static void Print(ConsoleLines lines, DataAdvice advice)
    {
        var facts = advice.Facts;
        lines.Say($"events        {facts.Events:N0}");
        lines.Say($"orders        {facts.Orders:N0}, {facts.OrdersOfTwo:N0} of two products or more, in {facts.Days:N0} days");
        lines.Say($"buyers        {facts.Buyers:N0} who are known");
        lines.Say($"products      {facts.Products:N0}, {(facts.ProductsKnown is { } known ? $"{Number(known)} in the catalogue" : "no catalogue of the shop's own")}");
        lines.Say($"pairs         {facts.PairsOfThree:N0}{(facts.PairsAreMore ? " or more" : "")} that three buyers have");
        if (facts.EventsOfUnknown > 0)
        {
            lines.Say($"waiting       {facts.EventsOfUnknown:N0} items of events wait for a catalogue file that brings their product");
        }

        lines.Say($"");
        foreach (var item in advice.Items)
        {
            lines.Say($"{Word(item.Level),-11} {item.What}: {item.Found:N0} (at least {item.Least:N0}, better {item.Good:N0})");
            if (item.Level != AdviceLevel.Enough)
            {
                lines.Say($"            {item.Reason}");
            }
        }

        lines.Say($"");
        lines.Say($"as a whole    {Word(advice.Level)}");
    }

    private static void Print(ConsoleLines lines, EventCounts counts)
    {
        if (counts.Events == 0)
        {
            return;
        }

        lines.Say($"types");
        foreach (var (type, count) in counts.Types)
        {
            lines.Say($"  {type,-30} {count:N0}");
        }

        lines.Say($"complete");
        (string Name, long Count, long Of)[] columns =
        [
            ("visitorId", counts.WithVisitor, counts.Events),
            ("userId", counts.WithUser, counts.Events),
            ("sessionId", counts.WithSession, counts.Events),
            ("orderId", counts.WithOrder, counts.Events),
            ("orderId of purchases", counts.PurchasesWithOrder, counts.Purchases),
            ("person of purchases", counts.PurchasesWithPerson, counts.Purchases),
            ("currency", counts.WithCurrency, counts.Events),
            ("channel", counts.WithChannel, counts.Events),
            ("consent", counts.WithConsent, counts.Events),
            ("recommendationId", counts.WithRecommendation, counts.Events),
            ("items[].unitPrice", counts.ItemsWithPrice, counts.Items),
            ("items[].discount", counts.ItemsWithDiscount, counts.Items),
            ("items[].title", counts.ItemsWithTitle, counts.Items),
        ];
        foreach (var (name, count, of) in columns)
        {
            lines.Say($"  {name,-30} {(of == 0 ? 0 : 100.0 * count / of):F1} %");
        }

        var age = counts.Arrival;
        lines.Say($"age at arrival");
        lines.Say($"  within an hour {age.WithinAnHour:N0}, a day {age.WithinADay:N0}, a week {age.WithinAWeek:N0}, older {age.Older:N0}");
        if (age.Ahead > 0)
        {
            lines.Say($"  ahead of their file {age.Ahead:N0}, by {age.MostAheadSeconds:N0} s at most: a clock is wrong, or a time zone was left out");
        }
    }

    private static string Word(AdviceLevel level) => level switch
    {
        AdviceLevel.Enough => "enough",
        AdviceLevel.Low => "low",
        _ => "too little",
    };

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

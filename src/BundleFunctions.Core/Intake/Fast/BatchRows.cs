using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Puts events of a batch into the lake's columns, one column after the other: what is absent costs nothing, and the waits for memory of
/// one column run side by side.</summary>
internal static class BatchRows
{
    /// <summary>Adds events that follow each other in their batch.</summary>
    /// <param name="parsed">Where they stand.</param>
    /// <param name="start">The first.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="into">Where they go, all of them.</param>
    public static void Append(ParsedChunk parsed, int start, int end, EventColumns into)
    {
        var events = parsed.Batch.Events[start..end];
        var first = into.Count;
        parsed.Values.Renew(into.Texts);
        into.Extend(events.Length);
        AddIds(parsed, events, into);
        AddNumbers(events, into, first);
        AddItems(parsed, start, end, into, first);
        var tables = parsed.Values.OfEvents;
        for (var field = 0; field < tables.Length; field++)
        {
            if (tables[field].Count > 0)
            {
                AddCodes(tables[field], events, field, into.Texts, into.Codes((TextField)field)[first..]);
            }
        }
    }

    private static void AddIds(ParsedChunk parsed, ReadOnlySpan<ParsedEvent> events, EventColumns into)
    {
        ReadOnlySpan<byte> text = parsed.Chunk.Text;
        var recommended = 0;
        foreach (ref readonly var one in events)
        {
            into.EventIds.Add((one.IsIdDerived ? parsed.Batch.Ids.WrittenSpan : text).Slice(one.IdStart, one.IdLength));
            recommended |= one.RecommendationLength;
        }

        if (recommended == 0)
        {
            into.RecommendationIds.PadTo(into.Count);
            return;
        }

        foreach (ref readonly var one in events)
        {
            into.RecommendationIds.Add(text.Slice(one.RecommendationStart, one.RecommendationLength));
        }
    }

    private static void AddNumbers(ReadOnlySpan<ParsedEvent> events, EventColumns into, int first)
    {
        var types = into.Types[first..];
        var times = into.Times[first..];
        for (var i = 0; i < events.Length; i++)
        {
            types[i] = events[i].Type;
            times[i] = events[i].OccurredAt;
        }

        var ratings = into.Ratings[first..];
        var consents = into.Consents[first..];
        for (var i = 0; i < events.Length; i++)
        {
            ratings[i] = events[i].Rating;
            consents[i] = events[i].Consent;
        }
    }

    private static void AddItems(ParsedChunk parsed, int start, int end, EventColumns into, int first)
    {
        var (values, texts, batch) = (parsed.Values, into.Texts, parsed.Batch);
        var from = batch.FirstItemOf(start);
        ReadOnlySpan<ParsedItem> items = batch.Items[from..batch.FirstItemOf(end)];
        var at = into.Items.Count;
        into.Items.Extend(items.Length);
        var products = into.Items.Products[at..];
        var quantities = into.Items.Quantities[at..];
        for (var i = 0; i < items.Length; i++)
        {
            products[i] = values.Products.CodeOf(items[i].Product, texts);
            quantities[i] = items[i].Quantity;
        }

        var prices = into.Items.UnitPrices[at..];
        var discounts = into.Items.Discounts[at..];
        for (var i = 0; i < items.Length; i++)
        {
            prices[i] = items[i].UnitPrice;
            discounts[i] = items[i].Discount;
        }

        if (values.Titles.Count > 0)
        {
            var titles = into.Items.Titles[at..];
            for (var i = 0; i < items.Length; i++)
            {
                titles[i] = values.Titles.CodeOf(items[i].Title, texts);
            }
        }

        var ends = into.ItemEnds[first..];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = batch.FirstItemOf(start + i + 1) - from + at;
        }
    }

    private static void AddCodes(ValueTable table, ReadOnlySpan<ParsedEvent> events, int field, TextTable texts, Span<int> codes)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = table.CodeOf(events[i].Texts[field], texts);
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace BundleFunctions.Benchmarks.Intake;

/// <summary>Writes made-up events in our own schema, one line each. CSV has one item a row, so an order has as many rows as items.</summary>
internal sealed class EventLines(bool isCsv)
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    public ReadOnlySpan<byte> Header => isCsv
        ? "eventId,type,occurredAt,visitorId,userId,sessionId,orderId,productId,quantity,unitPrice,currency,query,channel\n"u8
        : [];

    /// <summary>The event's line or lines, line ends included; good until the next call.</summary>
    public ReadOnlySpan<byte> Of(MadeEvent made)
    {
        _bytes.ResetWrittenCount();
        if (isCsv)
        {
            WriteRows(made);
        }
        else
        {
            WriteObject(made);
        }

        return _bytes.WrittenSpan;
    }

    private static string Id(MadeEvent made) => string.Create(
        CultureInfo.InvariantCulture,
        $"{made.Id.High >> 32:x8}-{(made.Id.High >> 16) & 0xFFFF:x4}-4{made.Id.High & 0xFFF:x3}-{0x8000 | (made.Id.Low >> 50):x4}-{made.Id.Low & 0xFFFF_FFFF_FFFF:x12}");

    private static string Time(MadeEvent made) => Start.AddMilliseconds(made.At).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Price(int cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:D2}");

    private void WriteObject(MadeEvent made)
    {
        Put($$"""{"eventId":"{{Id(made)}}","type":"{{made.Type}}","occurredAt":"{{Time(made)}}","visitorId":"v-{{made.Visitor}}",""");
        if (made.User > 0)
        {
            Put($$""" "userId":"u-{{made.User}}","""[1..]);
        }

        Put($$""" "sessionId":"s-{{made.Session}}","""[1..]);
        if (made.Order > 0)
        {
            Put($$""" "orderId":"o-{{made.Order}}","currency":"EUR","""[1..]);
        }

        if (made.Query > 0)
        {
            Put($$""" "query":"blue thing {{made.Query}}","""[1..]);
        }

        var separator = "\"items\":[";
        foreach (var (product, quantity, cents) in made.Items)
        {
            Put($$"""{{separator}}{"productId":"p-{{product:D5}}" """[..^1]);
            Put(made.Type is "view" or "click" ? "}" : $$""","quantity":{{quantity}},"unitPrice":{{Price(cents)}}}""");
            separator = ",";
        }

        Put(made.Items.Count > 0 ? "]," : string.Empty);
        Put($"\"channel\":\"{(made.IsApp ? "app" : "web")}\"}}\n");
    }

    private void WriteRows(MadeEvent made)
    {
        var number = 0;
        do
        {
            var id = made.Items.Count > 1 ? $"{Id(made)}-{number}" : Id(made);
            Put($"{id},{made.Type},{Time(made)},v-{made.Visitor},{(made.User > 0 ? $"u-{made.User}" : null)},s-{made.Session},{(made.Order > 0 ? $"o-{made.Order}" : null)},");
            if (made.Items.Count == 0)
            {
                Put(",,,");
            }
            else
            {
                var (product, quantity, cents) = made.Items[number];
                Put(made.Type is "view" or "click" ? $"p-{product:D5},,," : $"p-{product:D5},{quantity},{Price(cents)},");
            }

            Put($"{(made.Order > 0 ? "EUR" : null)},{(made.Query > 0 ? $"blue thing {made.Query}" : null)},{(made.IsApp ? "app" : "web")}\n");
        }
        while (++number < made.Items.Count);
    }

    private void Put(string text) => _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(text.Length)));
}

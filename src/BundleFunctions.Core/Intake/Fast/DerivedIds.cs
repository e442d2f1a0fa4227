using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Gives the events of a batch that came without an id the one that <see cref="EventContent"/> would: over the same canonical bytes,
/// written from numbers.</summary>
internal sealed class DerivedIds(ValueTables values)
{
    private static readonly Dictionary<EventType, JsonEncodedText> TypeNames =
        EventValidator.Types.ToDictionary(pair => pair.Value, pair => JsonEncodedText.Encode(pair.Key));

    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _writer =
        new(Stream.Null, new JsonWriterOptions { Encoder = LakeJson.Lines.Options.Encoder, SkipValidation = true });

    /// <summary>Goes through a batch whose pseudonyms are made.</summary>
    /// <param name="text">The chunk that it came from.</param>
    /// <param name="batch">The batch.</param>
    public void Add(ReadOnlySpan<byte> text, EventBatch batch)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < batch.Count; i++)
        {
            ref var parsed = ref batch.Events[i];
            if (parsed.IdLength > 0)
            {
                continue;
            }

            _line.ResetWrittenCount();
            _writer.Reset(_line);
            Write(text, ref parsed, batch.ItemsOf(i));
            _writer.Flush();
            SHA256.HashData(_line.WrittenSpan, hash);
            (parsed.IsIdDerived, parsed.IdStart, parsed.IdLength) = (true, batch.Ids.WrittenCount, EventContent.IdLength);
            var id = batch.Ids.GetSpan(EventContent.IdLength)[..EventContent.IdLength];
            EventContent.WriteId(hash, id);
            batch.Ids.Advance(id.Length);
            parsed.IdHash = FastHash.Of(id);
        }
    }

    // The fields of ShopEvent in their order, those that are absent left out.
    private void Write(ReadOnlySpan<byte> text, ref ParsedEvent parsed, ReadOnlySpan<ParsedItem> items)
    {
        _writer.WriteStartObject();
        _writer.WriteString("eventId"u8, ReadOnlySpan<byte>.Empty);
        _writer.WriteString("type"u8, TypeNames[parsed.Type]);
        _writer.WriteString("occurredAt"u8, LakeUnits.Time(parsed.OccurredAt));
        Text("visitor"u8, values.Visitors, parsed.Texts[TextField.Visitor]);
        Text("user"u8, values.Users, parsed.Texts[TextField.User]);
        Text("session"u8, values.Sessions, parsed.Texts[TextField.Session]);
        Text("order"u8, values.Orders, parsed.Texts[TextField.Order]);
        _writer.WriteStartArray("items"u8);
        foreach (ref readonly var item in items)
        {
            Write(item);
        }

        _writer.WriteEndArray();
        Text("currency"u8, values.Currencies, parsed.Texts[TextField.Currency]);
        Text("query"u8, values.Queries, parsed.Texts[TextField.Query]);
        Number("rating"u8, parsed.Rating);
        Text("channel"u8, values.Channels, parsed.Texts[TextField.Channel]);
        if (parsed.RecommendationLength > 0)
        {
            _writer.WriteString("recommendationId"u8, text.Slice(parsed.RecommendationStart, parsed.RecommendationLength));
        }

        Text("bundleId"u8, values.Bundles, parsed.Texts[TextField.BundleId]);
        if (LakeUnits.Consent(parsed.Consent) is { } consent)
        {
            _writer.WriteStartObject("consent"u8);
            _writer.WriteBoolean("personalization"u8, consent.Personalization);
            _writer.WriteBoolean("analytics"u8, consent.Analytics);
            _writer.WriteEndObject();
        }

        Text("robot"u8, values.Robots, parsed.Texts[TextField.Robot]);
        _writer.WriteEndObject();
    }

    private void Write(in ParsedItem item)
    {
        _writer.WriteStartObject();
        Text("productId"u8, values.Products, item.Product);
        _writer.WriteNumber("quantity"u8, item.Quantity);
        Number("unitPrice"u8, item.UnitPrice);
        Number("discount"u8, item.Discount);
        Text("title"u8, values.Titles, item.Title);
        _writer.WriteEndObject();
    }

    private void Text(ReadOnlySpan<byte> name, ValueTable table, int number)
    {
        if (number > 0)
        {
            _writer.WriteString(name, (ReadOnlySpan<byte>)table.Kept(number));
        }
    }

    private void Number(ReadOnlySpan<byte> name, long scaled)
    {
        if (LakeUnits.Number(scaled) is { } number)
        {
            _writer.WriteNumber(name, number);
        }
    }
}

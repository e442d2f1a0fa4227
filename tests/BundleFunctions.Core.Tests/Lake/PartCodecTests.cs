using System.Text.Json;
using BundleFunctions.Lake;
using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Core.Tests.Lake;

public sealed class PartCodecTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(129)]
    [InlineData(1000)]
    [InlineData(40_000)]
    public void Decode_EncodedEvents_GivesThemBack(int count)
    {
        var events = LakeEvents.Make(count, seed: count);

        foreach (var codec in new[] { ParquetCodec.Uncompressed, ParquetCodec.Gzip })
        {
            Texts(Decode(Encode(events, codec))).ShouldBe(Texts(events));
        }
    }

    [Fact]
    public void Decode_NoEvents_GivesNone() => Decode(Encode([])).ShouldBeEmpty();

    [Fact]
    public void Decode_TwoFilesIntoOne_GivesBoth()
    {
        var (first, second) = (LakeEvents.Make(100, seed: 1), LakeEvents.Make(50, seed: 2));
        var into = new EventColumns(new TextTable());
        var decoder = new PartDecoder();
        decoder.Decode(Encode(first), into);
        decoder.Decode(Encode(second), into);

        Texts(Events(into)).ShouldBe(Texts([.. first, .. second]));
    }

    [Fact]
    public void Encode_TextsSeenBefore_ChangeNoByte()
    {
        var events = LakeEvents.Make(500);
        var texts = new TextTable();
        foreach (var other in LakeEvents.Make(300, seed: 9))
        {
            texts.Intern(other.Visitor?.Value);
            texts.Intern(other.Items.FirstOrDefault()?.ProductId.Value);
        }

        var columns = new EventColumns(texts);
        var encoder = new PartEncoder(ParquetCodec.Uncompressed);
        events.ForEach(columns.Append);
        var first = encoder.Encode(columns).Span.ToArray();
        columns.Clear();
        events.ForEach(columns.Append);

        encoder.Encode(columns).Span.SequenceEqual(first).ShouldBeTrue();
        first.ShouldBe(Encode(events));
    }

    [Fact]
    public void Append_RowsOfOtherColumns_GivesTheSameBytes()
    {
        var from = new EventColumns(new TextTable());
        LakeEvents.Make(200).ForEach(from.Append);
        var to = new EventColumns(from.Texts);
        for (var row = 0; row < from.Count; row++)
        {
            to.Append(from, row);
        }

        new PartEncoder(ParquetCodec.Uncompressed).Encode(to).Span.ToArray().ShouldBe(Encode(LakeEvents.Make(200)));
    }

    [Fact]
    public void Decode_SomeFields_LeavesTheOthersAbsent()
    {
        var into = new EventColumns(new TextTable());
        new PartDecoder().Decode(Encode(LakeEvents.Make(300)), into, EventFields.Order | EventFields.Products);

        Texts(Events(into)).ShouldBe(Texts([.. LakeEvents.Make(300).Select(shopEvent => new ShopEvent
        {
            EventId = shopEvent.EventId,
            Type = shopEvent.Type,
            OccurredAt = shopEvent.OccurredAt,
            Order = shopEvent.Order,
            Items = [.. shopEvent.Items.Select(item => new EventItem(item.ProductId, item.Quantity))],
        })]));
    }

    internal static byte[] Encode(List<ShopEvent> events, ParquetCodec codec = ParquetCodec.Uncompressed)
    {
        var columns = new EventColumns(new TextTable());
        events.ForEach(columns.Append);
        return new PartEncoder(codec).Encode(columns).Span.ToArray();
    }

    internal static List<ShopEvent> Decode(byte[] bytes)
    {
        var into = new EventColumns(new TextTable());
        new PartDecoder().Decode(bytes, into);
        return Events(into);
    }

    internal static List<ShopEvent> Events(EventColumns columns)
    {
        var maker = new EventMaker(columns);
        return [.. Enumerable.Range(0, columns.Count).Select(maker.Make)];
    }

    internal static string Texts(List<ShopEvent> events) =>
        string.Join('\n', events.Select(shopEvent => JsonSerializer.Serialize(shopEvent, LakeJson.Lines.ShopEvent)));
}

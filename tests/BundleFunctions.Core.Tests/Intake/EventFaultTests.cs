using System.Text;
using BundleFunctions.Intake;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake;

public sealed class EventFaultTests
{
    private const string Good = """{"type":"purchase","occurredAt":"2026-02-01T10:00:00Z","userId":"u","items":[{"productId":"p","quantity":1,"unitPrice":5}]}""";
    private readonly Porch _porch = new(new JsonOnly());

    [Theory]
    [InlineData("\"quantity\":1", "\"quantity\":0", RejectCodes.QuantityOutOfRange, "items[0].quantity")]
    [InlineData("\"quantity\":1", "\"quantity\":-1", RejectCodes.QuantityOutOfRange, "items[0].quantity")]
    [InlineData("\"quantity\":1", "\"quantity\":2147483648", RejectCodes.QuantityOutOfRange, "items[0].quantity")]
    [InlineData("\"quantity\":1", "\"quantity\":1.5", RejectCodes.QuantityNotWhole, "items[0].quantity")]
    [InlineData("\"quantity\":1", "\"quantity\":true", RejectCodes.FieldWrongType, "items[0].quantity")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":1e999", RejectCodes.PriceNotANumber, "items[0].unitPrice")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":\"NaN\"", RejectCodes.PriceNotANumber, "items[0].unitPrice")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":\"Infinity\"", RejectCodes.PriceNotANumber, "items[0].unitPrice")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":\"19,99\"", RejectCodes.PriceNotANumber, "items[0].unitPrice")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":-0.01", RejectCodes.PriceOutOfRange, "items[0].unitPrice")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":1000000001", RejectCodes.PriceOutOfRange, "items[0].unitPrice")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":5,\"discount\":6", RejectCodes.DiscountOutOfRange, "items[0].discount")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":NaN", RejectCodes.MalformedJson, null)]
    [InlineData("\"productId\":\"p\"", "\"productId\":\" p\"", RejectCodes.IdInvalid, "items[0].productId")]
    [InlineData("\"productId\":\"p\"", "\"productId\":\"p\\u0000\"", RejectCodes.IdInvalid, "items[0].productId")]
    [InlineData("\"productId\":\"p\"", "\"productId\":\"\\ud800\"", RejectCodes.TextInvalid, null)]
    [InlineData("\"productId\":\"p\"", "\"productId\":1.0", RejectCodes.FieldWrongType, "items[0].productId")]
    [InlineData("\"productId\":\"p\",", "", RejectCodes.FieldMissing, "items[0].productId")]
    [InlineData("\"u\"", "\"\"", RejectCodes.NoActor, null)]
    [InlineData("\"u\"", "\"\\u0007\"", RejectCodes.IdInvalid, "userId")]
    [InlineData("purchase", "PURCHASE", RejectCodes.UnknownType, "type")]
    [InlineData("\"type\":\"purchase\",", "", RejectCodes.FieldMissing, "type")]
    [InlineData("2026-02-01T10:00:00Z", "2026-02-01T10:00:00", RejectCodes.TimeInvalid, "occurredAt")]
    [InlineData("2026-02-01T10:00:00Z", "2026-02-30T10:00:00Z", RejectCodes.TimeInvalid, "occurredAt")]
    [InlineData("2026-02-01T10:00:00Z", "01/02/2026", RejectCodes.TimeInvalid, "occurredAt")]
    [InlineData("2026-02-01T10:00:00Z", "1989-12-31T23:59:59Z", RejectCodes.TimeOutOfRange, "occurredAt")]
    [InlineData("2026-02-01T10:00:00Z", "2026-03-02T12:00:01Z", RejectCodes.TimeOutOfRange, "occurredAt")]
    [InlineData("\"userId\":\"u\"", "\"userId\":\"u\",\"currency\":\"EURO\"", RejectCodes.CurrencyInvalid, "currency")]
    [InlineData("\"userId\":\"u\"", "\"userId\":\"u\",\"rating\":5.1", RejectCodes.RatingOutOfRange, "rating")]
    [InlineData("\"userId\":\"u\"", "\"userId\":\"u\",\"bundleId\":\"UPPER\"", RejectCodes.IdInvalid, "bundleId")]
    [InlineData("\"userId\":\"u\"", "\"userId\":\"u\",\"channel\":\"a\\u0001b\"", RejectCodes.TextInvalid, "channel")]
    [InlineData("\"userId\":\"u\"", "\"userId\":\"u\",\"consent\":{\"analytics\":\"yes\"}", RejectCodes.NotABoolean, "consent.analytics")]
    [InlineData("\"userId\":\"u\"", "\"userId\":\"u\",\"x\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]", RejectCodes.JsonTooDeep, null)]
    [InlineData("\"items\":[{\"productId\":\"p\",\"quantity\":1,\"unitPrice\":5}]", "\"items\":[]", RejectCodes.ItemsMissing, "items")]
    [InlineData("\"items\":[{\"productId\":\"p\",\"quantity\":1,\"unitPrice\":5}]", "\"items\":7", RejectCodes.FieldWrongType, "items")]
    [InlineData("purchase", "rating", RejectCodes.FieldMissing, "rating")]
    [InlineData("purchase", "search", RejectCodes.FieldMissing, "query")]
    [InlineData("5}]}", "5}]} {}", RejectCodes.MalformedJson, null)]
    public async Task Ingest_FaultyField_NamesCodeAndField(string from, string to, string code, string? field)
    {
        Good.ShouldContain(from);

        await _porch.IngestAsync("a.ndjson", Lines.Join([Good, Good.Replace(from, to, StringComparison.Ordinal)]));

        var reject = (await _porch.RejectsAsync()).ShouldHaveSingleItem();
        (reject.Line, reject.Code, reject.Field).ShouldBe((2, code, field));
        (await _porch.EventsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":-0")]
    [InlineData("\"unitPrice\":5", "\"unitPrice\":5e0")]
    [InlineData("\"quantity\":1", "\"quantity\":2.0")]
    [InlineData("\"u\"", "\"ü \U0001F600\"")]
    [InlineData("2026-02-01T10:00:00Z", "2026-02-01t10:00:00.123456789-11:30")]
    [InlineData("\"userId\":\"u\"", "\"orderId\":12345")]
    public async Task Ingest_UnusualButRightField_IsAccepted(string from, string to)
    {
        Good.ShouldContain(from);

        (await _porch.IngestAsync("a.ndjson", Good.Replace(from, to, StringComparison.Ordinal))).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Ingest_TooManyItems_IsRefused()
    {
        var items = string.Join(',', Enumerable.Repeat("{\"productId\":\"p\"}", 1001));

        var report = await _porch.IngestAsync("a.json", $$"""{"type":"view","occurredAt":"2026-02-01T10:00:00Z","userId":"u","items":[{{items}}]}""");

        report.Rejected.Keys.ShouldBe([RejectCodes.TooManyItems]);
    }

    [Fact]
    public async Task Ingest_BytesThatAreNotUtf8_CostTheirLineOnly()
    {
        byte[] latin1 = [.. Encoding.Latin1.GetBytes(Good.Replace("\"p\"", "\"é\"", StringComparison.Ordinal))];
        byte[] overlong = [.. "{\"x\":\""u8, 0xC0, 0xAF, .. "\"}"u8];

        var report = await _porch.IngestAsync(
            "a.ndjson", [0xEF, 0xBB, 0xBF, .. latin1, (byte)'\n', .. overlong, (byte)'\r', (byte)'\n', .. Encoding.UTF8.GetBytes(Good)]);

        report.Accepted.ShouldBe(1);
        report.Rejected.ShouldBe(new Dictionary<string, long> { [RejectCodes.NotUtf8] = 2 });
    }

    [Fact]
    public async Task Ingest_LineOfManyMegabytes_IsPassedOver()
    {
        var huge = new string('x', 20 * 1024 * 1024);

        var report = await _porch.IngestAsync("a.ndjson", Lines.Join([Lines.Purchase(1), "{\"x\":\"" + huge, Lines.Purchase(2)]));

        (report.RecordsRead, report.Accepted).ShouldBe((3, 2));
        (await _porch.RejectsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Line.ShouldBe(2), r => r.Code.ShouldBe(RejectCodes.LineTooLong), r => r.Found.ShouldBeNull());
    }

    [Fact]
    public async Task Ingest_LongFoundText_IsCutAt200()
    {
        await _porch.IngestAsync("a.ndjson", Good.Replace("purchase", new string('é', 5000), StringComparison.Ordinal));

        (await _porch.RejectsAsync()).ShouldHaveSingleItem().Found!.Length.ShouldBe(200);
    }
}

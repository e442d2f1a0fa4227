using System.Globalization;

namespace BundleFunctions.Formats.Csv.Tests;

/// <summary>What came in, as lines that a person can write and read. Pseudonyms are numbered in the order in which they turn up.</summary>
internal sealed class GoldenText
{
    private readonly Dictionary<(string Kind, Pseudonym Id), int> _numbers = [];
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public string Of(ShopEvent e) => string.Join(' ', ((string?[])
    [
        Time(e.OccurredAt),
        System.Text.Json.JsonSerializer.Serialize(e.Type).Trim('"'),
        Id("visitor", e.Visitor),
        Id("user", e.User),
        Id("session", e.Session),
        Id("order", e.Order),
        e.Currency,
        .. e.Items.Select(item => $"[{item.ProductId} x{item.Quantity}{Price(item.UnitPrice)}{(item.Title is null ? "" : $" '{item.Title}'")}]"),
        e.Query is null ? null : $"query='{e.Query}'",
        e.Rating is null ? null : Invariant($"rating={e.Rating}"),
        e.Channel is null ? null : $"channel={e.Channel}",
    ]).Where(part => part is not null));

    public static string Of(Product p) => string.Join(' ', ((string?[])
    [
        p.ProductId.Value,
        $"'{p.Title}'",
        Invariant($"{p.Price:0.####}"),
        p.Currency,
        p.Cost is null ? null : Invariant($"cost={p.Cost:0.####}"),
        p.Stock is null ? null : Invariant($"stock={p.Stock}"),
        p.Brand is null ? null : $"brand={p.Brand}",
        p.GroupId is null ? null : $"group={p.GroupId}",
        p.Categories.Count == 0 ? null : $"categories={string.Join('|', p.Categories)}",
        p.Attributes.Count == 0 ? null : $"attributes={string.Join('|', p.Attributes.Select(pair => $"{pair.Key}:{pair.Value}"))}",
        p.AvailableFrom is { } from ? $"from={Time(from)}" : null,
        p.AvailableTo is { } to ? $"to={Time(to)}" : null,
        p.ImageUrl is null ? null : $"image={p.ImageUrl}",
        p.Description is null ? null : $"description='{p.Description}'",
    ]).Where(part => part is not null));

    public static string Of(Rejection r) => $"! {r.Line} {r.Field} {r.Code} {r.Found}".TrimEnd();

    private string? Id(string kind, Pseudonym? id)
    {
        if (id is not { } known)
        {
            return null;
        }

        if (!_numbers.TryGetValue((kind, known), out var number))
        {
            _numbers.Add((kind, known), number = _last[kind] = _last.GetValueOrDefault(kind) + 1);
        }

        return Invariant($"{kind}#{number}");
    }

    private static string Price(decimal? price) => price is null ? string.Empty : Invariant($" @{price:0.####}");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

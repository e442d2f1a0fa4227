using System.Text;

namespace BundleFunctions.Core.Tests.Intake.Fast;

/// <summary>Event lines as shops send them, and the same with something about them changed: seeded, so that a failure comes again.</summary>
internal sealed class OddLines(int seed)
{
    private static readonly string[] Types =
        ["view", "click", "add_to_cart", "remove_from_cart", "purchase", "refund", "rating", "search", "impression", "teleport", ""];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "7", "007", "-1", "-0", "1.0", "2.50", "19.90", "5e0", "1e999", "100000", "100001", "1000000000", "1000000001",
        "0.123456789", "12345678901", "99999999999999999999", "\"\"", "\" \"", "\" x \"", "\"x\"", "\"12\"", "\"12.5\"", "\"007\"", "\"1.5e3\"", "\"NaN\"",
        "\"\\u00fc\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"a\\\"b\"", "\"a\\\\\"", "\"\\u0000\"", "\"\\n\"", "\"\\x\"", "\"ü\"", "\"\u00a0x\"", "\"\u007f\"",
        "\"\u0085\"", "\"\U0001F600\"", "\"EUR\"", "\"eur\"", "\"EURO\"", "\"2026-02-01T10:00:00Z\"", "\"2026-02-01t10:00:00.5+01:00\"", "\"2026-02-30T10:00:00Z\"",
        "\"2026-02-01T10:00:00.123456Z\"", "\"2026-02-01T10:00:00.1234567Z\"", "\"2026-02-01T10:00:60Z\"", "\"2026-02-01T24:00:00Z\"", "\"2026-02-01 10:00:00-14:00\"",
        "\"1989-12-31T23:59:59Z\"", "\"2031-01-01T00:00:00Z\"", "\"2026-02-01T10:00:00-13:59\"", "[]", "{}", "[1,[2]]", "{\"a\":{\"b\":\"}\"}}", "NaN", "'x'", "\"view\"",
    ];

    private static readonly string[] Fields =
    [
        "eventId", "type", "occurredAt", "visitorId", "userId", "sessionId", "orderId", "currency", "query", "rating", "channel", "userAgent",
        "recommendationId", "bundleId", "productId", "quantity", "unitPrice", "discount", "title", "items", "consent", "personalization", "analytics", "x", "yet_another",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A file of so many lines, one in <paramref name="goodIn"/> of them untouched.</summary>
    public byte[] File(int lines, int goodIn)
    {
        var file = new MemoryStream();
        for (var i = 0; i < lines; i++)
        {
            var line = Good(i);
            file.Write(_random.Next(goodIn) == 0 ? Encoding.UTF8.GetBytes(line) : Odd(line));
            file.Write(_random.Next(50) == 0 ? "\r\n"u8 : "\n"u8);
        }

        return file.ToArray();
    }

    private string Good(int number)
    {
        var fields = new List<string>();
        Maybe(fields, 0.9, () => $"\"eventId\":\"e{_random.Next(number + 2)}\"");
        fields.Add($"\"type\":\"{Types[_random.Next(Types.Length - 2)]}\"");
        fields.Add($"\"occurredAt\":\"2026-02-{_random.Next(1, 4):D2}T{_random.Next(24):D2}:{_random.Next(60):D2}:00{Pick("Z", ".25Z", "+01:00", ".123456-03:30")}\"");
        Maybe(fields, 0.8, () => $"\"visitorId\":\"v-{_random.Next(50)}\"");
        Maybe(fields, 0.5, () => $"\"userId\":{Pick("\"u\"", "12", "\"a longer user id than sixteen bytes\"", "\"ü\"")}");
        Maybe(fields, 0.5, () => $"\"sessionId\":\"{new string('s', _random.Next(1, 40))}{_random.Next(20)}\"");
        Maybe(fields, 0.3, () => $"\"orderId\":\"o{_random.Next(9)}\"");
        Maybe(fields, 0.3, () => $"\"currency\":{Pick("\"EUR\"", "\"usd\"", "null")}");
        Maybe(fields, 0.3, () => $"\"query\":{Pick("\"bag\"", "\" blue bag \"", "\"größe\"", "\"\\u00fcber\"", "\" \"", "12.50")}");
        Maybe(fields, 0.3, () => $"\"rating\":{Pick("5", "4.5", "\"3\"", "0.00000001")}");
        Maybe(fields, 0.3, () => $"\"channel\":\"{Pick("web", "app")}\"");
        Maybe(fields, 0.2, () => $"\"userAgent\":\"{Pick("Mozilla/5.0 (X11; Linux)", "Googlebot/2.1", " ", "größer")} {_random.Next(9)}\"");
        Maybe(fields, 0.2, () => $"\"recommendationId\":\"{Pick("r-1", " r-2", "r.3 ", " ")}\"");
        Maybe(fields, 0.2, () => $"\"bundleId\":\"{Pick("b-1", "b-2")}\"");
        Maybe(fields, 0.3, () => $"\"consent\":{Pick("{\"personalization\":true,\"analytics\":false}", "{\"analytics\":true}", "{}", "null")}");
        Maybe(fields, 0.1, () => $"\"campaign\":{Pick("\"x\"", "5", "null", "true", "[1]")}");
        Maybe(fields, 0.8, () => $"\"items\":[{string.Join(',', Enumerable.Range(0, _random.Next(4)).Select(_ => Item()))}]");
        return $"{{{string.Join(Pick(",", ",", ", "), fields)}}}";
    }

    private string Item()
    {
        var fields = new List<string> { $"\"productId\":{Pick("\"p-1\"", "\"p-2\"", "\"a product of more than sixteen\"", "7")}" };
        Maybe(fields, 0.6, () => $"\"quantity\":{Pick("1", "2", "100", "\"3\"")}");
        Maybe(fields, 0.6, () => $"\"unitPrice\":{Pick("19.90", "5", "0", "\"7.25\"", "1000000000", "3.00000001")}");
        Maybe(fields, 0.2, () => $"\"discount\":{Pick("0", "1.5", "5")}");
        Maybe(fields, 0.3, () => $"\"title\":\"{Pick("A thing", " Ein Gerät ", "\\u0041", " ")}\"");
        return $"{{{string.Join(',', fields)}}}";
    }

    private byte[] Odd(string line)
    {
        for (var changes = _random.Next(1, 3); changes > 0; changes--)
        {
            line = _random.Next(6) switch
            {
                0 => ChangeValue(line),
                1 => ChangeName(line),
                2 => line.Insert(_random.Next(line.Length + 1), Pick(" ", "\t", ",", "{", "}", "[", "]", "\"", "\\", ":", "\r", "\n", "0", "\u0001")),
                3 => line.Remove(_random.Next(line.Length), 1),
                4 => line[..^1] + $",\"{Pick(Fields)}\":{Pick(Values)}}}",
                _ => ChangeValue(ChangeValue(line)),
            };
        }

        var bytes = Encoding.UTF8.GetBytes(line);
        if (_random.Next(10) == 0 && bytes.Length > 0)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }

    private string ChangeValue(string line)
    {
        var colon = line.IndexOf(':', _random.Next(line.Length));
        var end = colon < 0 ? -1 : line.IndexOfAny([',', '}', ']'], colon);
        return end < 0 ? line : string.Concat(line.AsSpan(0, colon + 1), Pick(Values), line.AsSpan(end));
    }

    private string ChangeName(string line) => line.Replace($"\"{Pick(Fields)}\":", $"\"{Pick(Fields)}\"{Pick(":", " :", ": ")}", StringComparison.Ordinal);

    private string Pick(params string[] of) => of[_random.Next(of.Length)];

    private void Maybe(List<string> fields, double probability, Func<string> field)
    {
        if (_random.NextDouble() < probability)
        {
            fields.Add(field());
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>Makes requests to one operation of an OpenAPI document: mostly what its schemas allow, their bounds and one beyond, and what no schema
/// would dream of. The same seed gives the same requests.</summary>
internal sealed class RequestFuzzer(JsonObject document, string method, string path, TwoShops shops, int seed)
{
    private static readonly string[] Nasty =
    [
        "", " ", "0", "-1", "1e999", "NaN", "null", "true", "[]", "{}", "\0", "\u001f", "'", "\"", "' or 1=1 --", "../../etc/passwd", "%2F..%2F", "a|b", "p|other|a-1",
        "<script>", "\ud83d\ude00", "é", "a\r\nx-injected: 1", "9999999999999999999999", "2147483648", "0x10", "(((((((((((((((((((((", "not not not not", "price < ", "~", "*", "?", "#",
        "k|demo", "s|other", "$ref", "__proto__", "A", new('a', 129), new('x', 5000),
    ];

    private static readonly string[] Filters =
        ["price < 20", "brand = 'Nikos' and not price > 30", "attributes.size in (1, 2, 3)", "category = \"Department 1\"", "stock >= 1 or productId = 'a-1'"];

    private readonly Random _random = new(seed);
    private readonly JsonObject _operation = (JsonObject)document["paths"]![path]![method]!;

    public ApiRequest Next()
    {
        var parameters = (_operation["parameters"] as JsonArray ?? []).Cast<JsonObject>().ToList();
        var target = path;
        foreach (var parameter in parameters.Where(parameter => (string?)parameter["in"] is "path"))
        {
            var name = (string)parameter["name"]!;
            target = target.Replace($"{{{name}}}", Uri.EscapeDataString(PathValue(name)), StringComparison.Ordinal);
        }

        var query = new StringBuilder();
        foreach (var parameter in parameters.Where(parameter => (string?)parameter["in"] is "query" && Chance(0.25)))
        {
            for (var times = Chance(0.03) ? 2 : 1; times > 0; times--)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append((string)parameter["name"]!).Append('=')
                    .Append(Uri.EscapeDataString(Text(Value((string)parameter["name"]!, parameter["schema"]!, 0))));
            }
        }

        var headers = new List<(string, string)>();
        if (!Chance(0.03))
        {
            headers.Add(("x-api-key", Key()));
        }

        if (Chance(0.2))
        {
            headers.Add(("Accept-Language", Pick("zh", "en-GB,zh;q=0.5", "*", ";;;q=", "zh;q=NaN")));
        }

        if (Chance(0.2))
        {
            headers.Add(("If-None-Match", Pick("*", "\"abc\"", ",,,", "W/")));
        }

        if (Chance(0.2))
        {
            headers.Add(("Accept-Encoding", Pick("br", "gzip;q=0", "br;q=,,", "identity")));
        }

        return new ApiRequest(method.ToUpperInvariant(), target, query.ToString(), headers, Body(headers));
    }

    private byte[]? Body(List<(string, string)> headers)
    {
        if (_operation["requestBody"]?["content"] is not JsonObject content)
        {
            return null;
        }

        var type = content.ElementAt(_random.Next(content.Count)).Key;
        headers.Add(("Content-Type", Chance(0.03) ? Pick("text/plain", "", "application/json; charset=latin1", "multipart/form-data") : type));
        var schema = content[type]!["schema"]!;
        var text = Chance(0.04) ? Pick("", "{", "[[[[[[[[[[", "null", "\u0000", new string('[', 5000), "{\"items\":[{\"productId\":\"\\ud800\"}]}")
            : (schema as JsonObject)?.Count > 0 ? Value("body", schema, 0)?.ToJsonString() ?? "null"
            : Events();
        var bytes = Encoding.UTF8.GetBytes(text);
        return Chance(0.03) ? bytes[..(bytes.Length / 2)] : bytes;
    }

    private string Events() => new JsonArray([.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => (JsonNode)new JsonObject
    {
        ["type"] = Pick("view", "click", "purchase", "wave", ""),
        ["occurredAt"] = Pick("2026-02-01T10:00:00Z", "yesterday", "9999-12-31T23:59:59Z"),
        ["visitorId"] = Chance(0.3) ? Pick(Nasty) : $"v-{_random.Next(5)}",
        ["items"] = new JsonArray(new JsonObject { ["productId"] = ProductId(), ["quantity"] = _random.Next(-1, 3) }),
    })]).ToJsonString();

    private string Key() => Chance(0.9) ? (string?)_operation["x-role"] is "admin" ? shops.AdminKey : shops.ReadKey
        : Pick(shops.ReadKey, shops.TheirKey, "bf_", Pick(Nasty).Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings(""));

    private string PathValue(string name) => name switch
    {
        "shop" => Chance(0.93) ? TwoShops.Mine : Chance(0.5) ? TwoShops.Theirs : NotEmpty(Pick(Nasty)),
        "productId" or "otherId" => ProductId(),
        _ => Chance(0.7) ? $"{name[0]}-{_random.Next(5)}" : NotEmpty(Pick(Nasty)),
    };

    private string ProductId() => Chance(0.8) ? $"{Pick("a", "b")}-{_random.Next(TwoShops.Pairs + 2)}" : NotEmpty(Pick(Nasty));

    private JsonNode? Value(string name, JsonNode schema, int depth)
    {
        if (Chance(0.04) || depth > 6)
        {
            return Chance(0.5) ? JsonValue.Create(Pick(Nasty)) : Chance(0.5) ? null : JsonValue.Create(_random.Next(-3, 100));
        }

        var map = Resolve(schema);
        if (map["enum"] is JsonArray allowed)
        {
            return allowed[_random.Next(allowed.Count)]?.DeepClone();
        }

        var types = map["type"] is JsonArray several ? several.Select(type => (string?)type).Where(type => type is not "null").ToArray() : [(string?)map["type"]];
        return types.FirstOrDefault() switch
        {
            "object" => Object(map, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, Chance(0.02) ? 150 : _random.Next(0, 4)).Select(_ => Value(Singular(name), map["items"] ?? true, depth + 1))]),
            "integer" => JsonValue.Create(Bounded(map, whole: true)),
            "number" => JsonValue.Create(Bounded(map, whole: false)),
            "boolean" => JsonValue.Create(Chance(0.5)),
            _ => JsonValue.Create(name switch
            {
                "productId" => ProductId(),
                "items" => string.Join(',', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => ProductId())),
                "filter" => Chance(0.8) ? Pick(Filters) : Pick(Nasty),
                _ => Chance(0.7) ? $"{name[0]}-{_random.Next(5)}" : Pick(Nasty),
            }),
        };
    }

    private JsonObject Object(JsonObject map, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, schema) in map["properties"] as JsonObject ?? [])
        {
            // Wishes are many: with all of them at once nothing would ever be found.
            if (Chance(name is "items" or "productIds" or "panels" or "page" or "name" or "productId" ? 0.95 : 0.15))
            {
                made[name] = Value(name, schema!, depth + 1);
            }
        }

        return made;
    }

    private decimal Bounded(JsonObject map, bool whole)
    {
        var low = (decimal?)map["minimum"] ?? -10;
        var high = (decimal?)map["maximum"] ?? 1000;
        var drawn = _random.Next(8) switch
        {
            0 => low,
            1 => high,
            2 => low - 1,
            3 => high + 1,
            _ => low + ((decimal)_random.NextDouble() * (high - low)),
        };
        return whole ? Math.Round(drawn) : drawn;
    }

    private JsonObject Resolve(JsonNode schema)
    {
        var map = schema as JsonObject ?? [];
        while ((string?)map["$ref"] is { } reference)
        {
            map = (JsonObject)reference[2..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal))
                .Aggregate((JsonNode)document, (node, part) => node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!);
        }

        return map;
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];

    // A path with a NUL is refused by the server itself, before any of this is asked.
    private static string NotEmpty(string text) => text.Length == 0 ? "x" : text.Replace('\0', 'x');

    private static string Singular(string name) => name is "productIds" ? "productId" : name;

    private static string Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "null";
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BundleFunctions.Functions.Tests.OpenApi;

/// <summary>Checks the parts of OpenAPI 3.1 that the document uses: required fields, nothing unknown, every reference resolved, path parameters
/// declared and required, operation ids unique, schemas of JSON Schema's own vocabulary.</summary>
internal static partial class OpenApiCheck
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "object", "array", "null"];
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    private static readonly string[] SchemaWords =
    [
        "$ref", "type", "properties", "required", "items", "enum", "anyOf", "additionalProperties", "pattern", "minimum", "maximum", "minLength", "maxLength",
        "default", "description", "format", "const", "minItems", "maxItems", "prefixItems", "$comment", "not",
    ];

    public static IReadOnlyList<string> Find(JsonObject document)
    {
        var faults = new List<string>();
        Require(faults, "#", document, ["openapi", "info", "paths"], ["servers", "components", "security", "tags"]);
        Check(faults, "#/openapi", (string?)document["openapi"] is { } version && VersionPattern().IsMatch(version), "3.1.x");
        Require(faults, "#/info", document["info"] as JsonObject, ["title", "version"], ["description"]);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in (JsonObject)document["paths"]!)
        {
            Check(faults, path, path.StartsWith('/'), "a path that begins with /");
            foreach (var (method, operation) in (JsonObject)item!)
            {
                Check(faults, path, Methods.Contains(method, StringComparer.Ordinal), "a method of HTTP");
                FindInOperation(faults, document, path, $"{method} {path}", (JsonObject)operation!);
                Check(faults, $"{method} {path}", ids.Add((string?)operation!["operationId"] ?? ""), "an operationId of its own");
            }
        }

        foreach (var (name, schema) in (JsonObject)document["components"]!["schemas"]!)
        {
            FindInSchema(faults, document, $"#/components/schemas/{name}", schema!);
        }

        return faults;
    }

    private static void FindInOperation(List<string> faults, JsonObject document, string path, string place, JsonObject operation)
    {
        Require(faults, place, operation, ["operationId", "summary", "responses", "security"], ["parameters", "requestBody", "x-role", "description", "tags"]);
        var declared = new List<string>();
        foreach (var parameter in (operation["parameters"] as JsonArray ?? []).Cast<JsonObject>())
        {
            Require(faults, place, parameter, ["name", "in", "schema"], ["required", "description"]);
            var kind = (string?)parameter["in"];
            Check(faults, place, kind is "path" or "query" or "header", "a parameter in path, query or header");
            Check(faults, place, kind is not "path" || (bool?)parameter["required"] == true, "a path parameter that is required");
            declared.Add($"{kind} {(string?)parameter["name"]}");
            FindInSchema(faults, document, place, parameter["schema"]!);
        }

        Check(faults, place, declared.Distinct(StringComparer.Ordinal).Count() == declared.Count, "each parameter once");
        var braces = Braces().Matches(path).Select(match => $"path {match.Groups["name"].Value}");
        Check(faults, place, braces.Order(StringComparer.Ordinal).SequenceEqual(
            declared.Where(name => name.StartsWith("path", StringComparison.Ordinal)).Order(StringComparer.Ordinal), StringComparer.Ordinal), "the path's own parameters");
        if (operation["requestBody"] is JsonObject body)
        {
            Require(faults, place, body, ["content"], ["required", "description"]);
            FindInContent(faults, document, place, (JsonObject)body["content"]!);
        }

        var responses = operation["responses"] as JsonObject ?? [];
        Check(faults, place, responses.Any(response => response.Key.StartsWith('2')), "a success");
        foreach (var (status, response) in responses)
        {
            Check(faults, place, int.TryParse(status, CultureInfo.InvariantCulture, out var code) && code is >= 200 and < 600, "a status");
            Require(faults, place, (JsonObject)response!, ["description"], ["content", "headers"]);
            FindInContent(faults, document, place, response!["content"] as JsonObject ?? []);
        }

        foreach (var requirement in (operation["security"] as JsonArray ?? []).SelectMany(requirement => (JsonObject)requirement!))
        {
            Check(faults, place, document["components"]!["securitySchemes"]![requirement.Key] is not null, "a security scheme that is there");
        }
    }

    private static void FindInContent(List<string> faults, JsonObject document, string place, JsonObject content)
    {
        foreach (var (type, media) in content)
        {
            Check(faults, place, type.Contains('/', StringComparison.Ordinal), "a media type");
            if (media!["schema"] is { } schema)
            {
                FindInSchema(faults, document, place, schema);
            }
        }
    }

    private static void FindInSchema(List<string> faults, JsonObject document, string place, JsonNode schema)
    {
        if (schema is not JsonObject map)
        {
            Check(faults, place, schema is JsonValue value && value.TryGetValue<bool>(out _), "a schema");
            return;
        }

        foreach (var (word, _) in map)
        {
            Check(faults, place, SchemaWords.Contains(word, StringComparer.Ordinal), $"a word of JSON Schema, not '{word}'");
        }

        var types = map["type"] is JsonArray several ? several.Select(type => (string?)type) : [(string?)map["type"] ?? "null"];
        Check(faults, place, types.All(type => Types.Contains(type, StringComparer.Ordinal)), "a type of JSON");
        Check(faults, place, map["$ref"] is null || Resolve(document, (string)map["$ref"]!) is not null, $"something behind {(string?)map["$ref"]}");
        foreach (var child in (map["properties"] as JsonObject ?? []).Select(property => property.Value)
            .Concat(map["anyOf"] as JsonArray ?? []).Append(map["items"]).Append(map["additionalProperties"]))
        {
            if (child is not null)
            {
                FindInSchema(faults, document, place, child);
            }
        }
    }

    private static JsonNode? Resolve(JsonObject document, string reference) => !reference.StartsWith("#/", StringComparison.Ordinal) ? null
        : reference[2..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .Aggregate((JsonNode?)document, (node, part) => node is JsonArray list && int.TryParse(part, CultureInfo.InvariantCulture, out var i) ? list[i] : node is JsonObject map ? map[part] : null);

    private static void Require(List<string> faults, string place, JsonObject? value, string[] required, string[] optional)
    {
        foreach (var name in required)
        {
            Check(faults, place, value?[name] is not null, name);
        }

        foreach (var (name, _) in value ?? [])
        {
            Check(faults, place, required.Contains(name, StringComparer.Ordinal) || optional.Contains(name, StringComparer.Ordinal), $"nothing called '{name}'");
        }
    }

    private static void Check(List<string> faults, string place, bool holds, string expected)
    {
        if (!holds)
        {
            faults.Add($"{place}: expected {expected}");
        }
    }

    [GeneratedRegex(@"^3\.1\.\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}

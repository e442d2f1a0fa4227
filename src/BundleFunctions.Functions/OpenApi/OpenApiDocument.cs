using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BundleFunctions.Functions.Http;

namespace BundleFunctions.Functions.OpenApi;

/// <summary>Makes the OpenAPI 3.1 document of an assembly's HTTP functions, of their triggers, their descriptions and their types.</summary>
internal static class OpenApiDocument
{
    private const string Problem = "Problem";

    /// <summary>The document as JSON in UTF-8; the same bytes for the same code.</summary>
    public static byte[] Make(Assembly functions)
    {
        var schemas = new SchemaBook();
        schemas.Add(Problem, JsonNode.Parse(
            """{"type":"object","required":["type","title","status","code"],"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"code":{"type":"string","description":"Stable; branch on it."},"detail":{"type":"string"}}}""")!);
        var paths = new JsonObject();
        foreach (var byPath in ApiRoute.Find(functions).GroupBy(route => route.Path, StringComparer.Ordinal))
        {
            paths[byPath.Key] = new JsonObject(byPath.Select(route => KeyValuePair.Create(route.Method, (JsonNode?)OperationOf(route, schemas))));
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "BundleFunctions", ["version"] = "1", ["description"] = "Sellable bundles of a shop's products; see docs/http-api.md." },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = ApiKeyCheck.Header },
                },
            },
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString(new JsonSerializerOptions { WriteIndented = false }));
    }

    private static JsonObject OperationOf(ApiRoute route, SchemaBook schemas)
    {
        var operation = route.Operation;
        var json = new JsonObject
        {
            ["operationId"] = route.Name,
            ["summary"] = operation.Summary,
            ["security"] = operation.Audience is ApiAudience.Everybody ? new JsonArray() : new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
            ["x-role"] = operation.Audience.ToString().ToLowerInvariant(),
        };
        var parameters = new JsonArray([.. route.Parameters.Select(name => Parameter(name, "path")), .. QueryOf(operation).Select(name => Parameter(name, "query"))]);
        if (parameters.Count > 0)
        {
            json["parameters"] = parameters;
        }

        if (operation.Body is { } body)
        {
            json["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(operation.BodyTypes.Select(type =>
                    KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = SchemaOf(body, schemas) }))),
            };
        }

        json["responses"] = ResponsesOf(operation, parameters.Count > 0, schemas);
        return json;
    }

    private static IEnumerable<string> QueryOf(ApiOperationAttribute operation)
    {
        var fields = operation.Query?.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)) ?? [];
        return fields.Concat(operation.Parameters).Distinct(StringComparer.Ordinal);
    }

    private static JsonNode Parameter(string name, string place)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["schema"] = KnownFields.SchemaOf(name) };
        if (string.Equals(place, "path", StringComparison.Ordinal))
        {
            parameter["required"] = true;
        }

        if (KnownFields.DescriptionOf(name) is { } description)
        {
            parameter["description"] = description;
        }

        return parameter;
    }

    private static JsonObject ResponsesOf(ApiOperationAttribute operation, bool hasParameters, SchemaBook schemas)
    {
        var responses = new SortedDictionary<int, JsonNode>();
        var success = new JsonObject { ["description"] = "Done." };
        if (operation.Answer is { } answer)
        {
            var schema = operation.OtherAnswer is { } other
                ? new JsonObject { ["anyOf"] = new JsonArray(SchemaOf(answer, schemas), SchemaOf(other, schemas)) }
                : SchemaOf(answer, schemas);
            success["content"] = new JsonObject { [operation.AnswerType] = new JsonObject { ["schema"] = schema } };
        }
        else if (!string.Equals(operation.AnswerType, "application/json", StringComparison.Ordinal) || operation.Status == 200)
        {
            success["content"] = new JsonObject { [operation.AnswerType] = new JsonObject() };
        }

        responses[operation.Status] = success;
        if (operation is { OtherAnswer: { } checkedOnly, Status: not 200 })
        {
            responses[200] = new JsonObject
            {
                ["description"] = "Checked only.",
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = SchemaOf(checkedOnly, schemas) } },
            };
        }

        if (operation.HasETag)
        {
            responses[304] = new JsonObject { ["description"] = "The asker holds it already." };
        }

        // Where nobody needs a key, an operation's other statuses hold what success holds.
        foreach (var status in operation.Audience is ApiAudience.Everybody ? operation.Problems : [])
        {
            responses[status] = success.DeepClone();
        }

        IEnumerable<int> problems =
        [
            .. operation.Problems,
            .. operation.Audience is ApiAudience.Everybody ? (int[])[] : [401, 403, 429, 503],
            .. hasParameters || operation.Body is not null ? (int[])[400] : [],
            .. operation.Body is null ? (int[])[] : [413, 415],
        ];
        foreach (var status in problems.Distinct())
        {
            responses.TryAdd(status, new JsonObject
            {
                ["description"] = "A problem; see its code.",
                ["content"] = new JsonObject
                {
                    [ProblemResult.ContentType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{Problem}" } },
                },
            });
        }

        return new JsonObject(responses.Select(response =>
            KeyValuePair.Create(response.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)response.Value)));
    }

    private static JsonObject SchemaOf(Type type, SchemaBook schemas) => type == typeof(string) ? new JsonObject { ["type"] = "string" }
        : type == typeof(object) ? new JsonObject()
        : schemas.Refer(type);
}

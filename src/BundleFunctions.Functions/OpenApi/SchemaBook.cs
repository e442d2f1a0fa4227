using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BundleFunctions.Serving;

namespace BundleFunctions.Functions.OpenApi;

/// <summary>The schemas of everything that routes take and give, made of the types' own JSON contracts (JSON Schema 2020-12).</summary>
internal sealed class SchemaBook
{
    private static readonly JsonSerializerOptions Options = new(AnswerJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine([AnswerJson.Default, .. ContextsOf(typeof(SchemaBook).Assembly), .. ContextsOf(typeof(AnswerJson).Assembly)]),
    };

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>All that were asked for, by name.</summary>
    public JsonObject ToJson() => new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.DeepClone())));

    /// <summary>Adds a schema that no type has.</summary>
    public void Add(string name, JsonNode schema) => _schemas[name] = schema;

    /// <summary>A reference to a type's schema.</summary>
    /// <exception cref="NotSupportedException">No JSON context of these assemblies knows the type.</exception>
    public JsonObject Refer(Type type)
    {
        if (type.GetElementType() is { } element)
        {
            return new JsonObject { ["type"] = "array", ["items"] = Refer(element) };
        }

        var name = type.Name;
        if (!_schemas.ContainsKey(name))
        {
            var info = Options.GetTypeInfo(type);
            var schema = info.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
            _schemas[name] = Rebase(schema, $"#/components/schemas/{name}");
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>)))
        {
            schema = new JsonObject { ["type"] = "string" };
        }

        // Names mean the same in bodies and query strings; in answers only the body's own types count.
        if (schema is JsonObject described && context.PropertyInfo is { } property && IsQuestion(property.DeclaringType)
            && !type.IsArray && KnownFields.FindSchema(property.Name) is { } known)
        {
            known["description"] = KnownFields.DescriptionOf(property.Name);
            if (described["type"] is JsonArray)
            {
                known["type"] = new JsonArray(known["type"]!.DeepClone(), "null");
                (known["enum"] as JsonArray)?.Add(null);
            }

            return known;
        }

        return schema;
    }

    private static bool IsQuestion(Type type) => type.Name.EndsWith("Body", StringComparison.Ordinal) || type.Name.EndsWith("Item", StringComparison.Ordinal);

    // The exporter points within the type's own schema; here that stands deeper.
    private static JsonNode Rebase(JsonNode schema, string root)
    {
        switch (schema)
        {
            case JsonObject map:
                if (map["$ref"] is JsonValue reference && reference.TryGetValue<string>(out var target) && target.StartsWith('#'))
                {
                    map["$ref"] = root + target[1..];
                }

                foreach (var (_, child) in map)
                {
                    _ = child is null ? null : Rebase(child, root);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    _ = child is null ? null : Rebase(child, root);
                }

                break;
        }

        return schema;
    }

    private static IEnumerable<IJsonTypeInfoResolver> ContextsOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)) && type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static) is not null)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (IJsonTypeInfoResolver)type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);
}

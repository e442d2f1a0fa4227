using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BundleFunctions.Assistant;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Filters;

namespace BundleFunctions.Functions.OpenApi;

/// <summary>What names mean wherever they stand, in paths, query strings and bodies: description and bounds.</summary>
internal static class KnownFields
{
    private static readonly FrozenDictionary<string, (string Description, string Schema)> Fields = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["shop"] = ("The shop that the key belongs to.", """{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"}"""),
        ["productId"] = ("A product, as the catalogue names it.", """{"type":"string","minLength":1,"maxLength":128}"""),
        ["otherId"] = ("Another product.", """{"type":"string","minLength":1,"maxLength":128}"""),
        ["bundleId"] = ("A bundle, as answers name it.", """{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"}"""),
        ["limit"] = ("The most bundles.", $$"""{"type":"integer","minimum":1,"maximum":{{BundleQuery.MaxLimit}},"default":{{BundleQuery.Default.Limit}}}"""),
        ["maxItems"] = ("The most items of a bundle.", """{"type":"integer","minimum":2,"maximum":4,"default":4}"""),
        ["explain"] = ("Whether evidence and reasons are wanted.", """{"type":"boolean","default":true}"""),
        ["decorate"] = ("Whether titles, prices and pictures are wanted.", """{"type":"boolean","default":false}"""),
        ["filter"] = (
            $"What every offered product must be, such as price <= 50 and brand = 'Nikos'. At most {ProductFilter.MaxTerms} values and {ProductFilter.MaxDepth} levels.",
            $$"""{"type":"string","minLength":1,"maxLength":{{AnswerRefinement.MaxFilterLength}}}"""),
        ["diversity"] = ("How much a bundle loses for repeating a better one's products.", """{"type":"number","minimum":0,"maximum":1,"default":0}"""),
        ["priceLevel"] = ("Whether cheap (-1) or dear (1) bundles are preferred.", """{"type":"number","minimum":-1,"maximum":1,"default":0}"""),
        ["minPrice"] = ("The least offer price.", """{"type":"number","minimum":0}"""),
        ["maxPrice"] = ("The greatest offer price.", """{"type":"number","minimum":0}"""),
        ["cursor"] = ("The nextCursor of the page before.", """{"type":"string","minLength":1,"maxLength":200}"""),
        ["visitorId"] = ("The device or browser.", Opaque(Asker.MaxIdLength)),
        ["userId"] = ("The signed-in person.", Opaque(Asker.MaxIdLength)),
        ["sessionId"] = ("The visit.", Opaque(Asker.MaxIdLength)),
        ["channel"] = ("The sales channel.", Opaque(Asker.MaxNameLength)),
        ["segment"] = ("The group of customers.", Opaque(Asker.MaxNameLength)),
        ["items"] = ("The cart's product ids, with commas between them.", """{"type":"string","minLength":1}"""),
        ["validateOnly"] = ("Whether the body is checked only.", """{"type":"boolean","default":false}"""),
        ["quantity"] = ("Pieces.", """{"type":"integer","minimum":1,"maximum":1000000,"default":1}"""),
        ["distinct"] = ("Whether a bundle stands in one panel at most.", """{"type":"boolean","default":true}"""),
        ["maxAdded"] = ("The most products that are added.", """{"type":"integer","minimum":1,"maximum":8,"default":3}"""),
        ["crossCategory"] = ("How much other departments are wanted.", """{"type":"number","minimum":0,"maximum":1,"default":0.5}"""),
        ["around"] = ("Whether all products count alike or the last most.", """{"type":"string","enum":["cart","session"],"default":"cart"}"""),
        ["theme"] = ("Category path in which everything added must lie.", Opaque(256)),
        ["message"] = ("What the shopper wrote, in English or Chinese.", Opaque(AssistantQuestion.MaxMessage)),
        ["maxBundles"] = ("The most bundles.", $$"""{"type":"integer","minimum":1,"maximum":{{AssistantQuestion.MaxLimit}},"default":3}"""),
        ["dryRun"] = ("Whether it is only told what would be done.", """{"type":"boolean","default":true}"""),
        ["why"] = ("Why it is changed, for the history.", Opaque(500)),
        ["before"] = ("The version that the page before ended with.", """{"type":"integer"}"""),
        ["from"] = ("The first day.", """{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$"}"""),
        ["to"] = ("The last day.", """{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$"}"""),
        ["windowDays"] = ("Days within which a purchase counts for an answer.", """{"type":"integer"}"""),
        ["format"] = ("How the report is written.", """{"type":"string","enum":["json","csv","html"],"default":"json"}"""),
        ["itemId"] = ("An item, as the catalogue names it.", """{"type":"string","minLength":1,"maxLength":128}"""),
        ["seedItemIds"] = ("Item ids, with commas between them.", """{"type":"string","minLength":1}"""),
        ["recommendationCount"] = ("The most items.", """{"type":"integer","minimum":1,"maximum":100,"default":10}"""),
        ["count"] = ("The most items.", """{"type":"integer","minimum":1,"maximum":100,"default":20}"""),
        ["skipItems"] = ("Items that are passed over.", """{"type":"integer","minimum":0,"maximum":100,"default":0}"""),
        ["page"] = ("The kind of question.", """{"type":"string","enum":["product","cart","user","session","home"]}"""),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a name means; null where it has no meaning of its own.</summary>
    public static string? DescriptionOf(string name) => Fields.TryGetValue(name, out var field) ? field.Description : null;

    /// <summary>Its type and bounds; any text where nothing is known of it.</summary>
    public static JsonObject SchemaOf(string name) => FindSchema(name) ?? new JsonObject { ["type"] = "string" };

    /// <summary>Its type and bounds; null where nothing is known of it.</summary>
    public static JsonObject? FindSchema(string name) => Fields.TryGetValue(name, out var field) ? (JsonObject)JsonNode.Parse(field.Schema)! : null;

    private static string Opaque(int maxLength) => $$"""{"type":"string","minLength":1,"maxLength":{{maxLength}}}""";
}

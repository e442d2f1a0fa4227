using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Testing;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    private static readonly JsonObject Document = (JsonObject)JsonNode.Parse(OpenApiDocument.Make(typeof(Health).Assembly))!;

    [Fact]
    public void Make_Twice_GivesTheSameBytes() =>
        OpenApiDocument.Make(typeof(Health).Assembly).ShouldBe(OpenApiDocument.Make(typeof(Health).Assembly));

    [Fact]
    public void Make_EveryHttpFunction_IsDescribed()
    {
        var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "src", "BundleFunctions.App", "host.json")));
        $"/{host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()}/".ShouldBe(ApiRoute.Prefix);
        var functions =
            from type in typeof(Health).Assembly.GetTypes()
            from method in type.GetMethods()
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is not null
            from verb in trigger.Methods!
            select $"{verb} {ApiRoute.Prefix}{trigger.Route}";

        var described =
            from path in (JsonObject)Document["paths"]!
            from operation in (JsonObject)path.Value!
            select $"{operation.Key} {path.Key}";

        described.ShouldBe(functions, ignoreOrder: true);
    }

    [Fact]
    public void Make_AnyDocument_IsValidOpenApi() => OpenApiCheck.Find(Document).ShouldBeEmpty();

    [Theory]
    [InlineData("/openapi", "\"2.0\"")]
    [InlineData("/info/title", "null")]
    [InlineData("/paths/~1api~1v1~1{shop}~1bundles/get/responses", "{}")]
    [InlineData("/paths/~1api~1v1~1{shop}~1bundles/get/parameters/0/required", "false")]
    [InlineData("/paths/~1api~1v1~1{shop}~1bundles/get/operationId", "\"PostBatch\"")]
    [InlineData("/components/schemas/Problem/type", "\"thing\"")]
    [InlineData("/paths/~1api~1v1~1{shop}~1bundles/get/security", "[{\"other\":[]}]")]
    public void Check_BrokenDocument_IsRefused(string pointer, string value)
    {
        var broken = Document.DeepClone();
        var parts = pointer.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal)).ToArray();
        var parent = parts[..^1].Aggregate((JsonNode)broken, (node, part) => node is JsonArray list ? list[int.Parse(part, null)]! : node[part]!);
        parent[parts[^1]] = JsonNode.Parse(value);

        OpenApiCheck.Find((JsonObject)broken).ShouldNotBeEmpty();
    }
}

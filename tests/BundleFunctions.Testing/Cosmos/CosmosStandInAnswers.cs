using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Testing;

/// <summary>The answers of the Cosmos REST interface, with the fields and headers that the SDK reads.</summary>
internal static class CosmosStandInAnswers
{
    // Resource ids: four bytes for a database; four more, the first with its high bit set, for a container.
    private static readonly string DatabaseRid = Convert.ToBase64String([1, 0, 0, 0]);
    private static readonly string ContainerRid = Convert.ToBase64String([1, 0, 0, 0, 0x80, 0, 0, 1]);
    private static readonly JsonNode DefaultPartitionKey = JsonNode.Parse("""{"paths":["/pk"],"kind":"Hash","version":2}""")!;

    public static async Task<JsonObject> ReadAsync(HttpContext http) =>
        (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();

    public static Task AccountAsync(HttpContext http)
    {
        JsonArray Here() => [new JsonObject { ["name"] = "Local", ["databaseAccountEndpoint"] = $"http://{http.Request.Host}/" }];
        return WriteAsync(http, 200, new JsonObject
        {
            ["id"] = "stand-in",
            ["_rid"] = "stand-in",
            ["_self"] = "",
            ["_dbs"] = "//dbs/",
            ["media"] = "//media/",
            ["addresses"] = "//addresses/",
            ["writableLocations"] = Here(),
            ["readableLocations"] = Here(),
            ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = new JsonObject { ["asyncReplication"] = false, ["minReplicaSetSize"] = 1, ["maxReplicasetSize"] = 4 },
            ["systemReplicationPolicy"] = new JsonObject { ["minReplicaSetSize"] = 1, ["maxReplicasetSize"] = 4 },
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Session" },
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = "{}",
        });
    }

    public static Task DatabaseAsync(HttpContext http, int status, string name) => WriteAsync(http, status, new JsonObject
    {
        ["id"] = name,
        ["_rid"] = DatabaseRid,
        ["_self"] = $"dbs/{DatabaseRid}/",
        ["_etag"] = "\"1\"",
        ["_colls"] = "colls/",
        ["_users"] = "users/",
        ["_ts"] = 1,
    });

    public static Task ContainerAsync(HttpContext http, int status, JsonObject properties)
    {
        var answer = properties.DeepClone().AsObject();
        answer["partitionKey"] ??= DefaultPartitionKey.DeepClone();
        answer["_rid"] = ContainerRid;
        answer["_self"] = $"dbs/{DatabaseRid}/colls/{ContainerRid}/";
        answer["_etag"] = "\"1\"";
        answer["_docs"] = "docs/";
        answer["_ts"] = 1;
        return WriteAsync(http, status, answer);
    }

    /// <summary>One range that holds every partition. The SDK asks again with the ETag until it hears 304.</summary>
    public static Task RangesAsync(HttpContext http)
    {
        const string ETag = "\"1\"";
        http.Response.Headers.ETag = ETag;
        if (string.Equals(http.Request.Headers.IfNoneMatch, ETag, StringComparison.Ordinal))
        {
            http.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        return WriteAsync(http, 200, new JsonObject
        {
            ["_rid"] = ContainerRid,
            ["_count"] = 1,
            ["PartitionKeyRanges"] = new JsonArray(new JsonObject
            {
                ["id"] = "0",
                ["_rid"] = Convert.ToBase64String([1, 0, 0, 0, 0x80, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0x50]),
                ["_self"] = $"dbs/{DatabaseRid}/colls/{ContainerRid}/pkranges/0/",
                ["_etag"] = ETag,
                ["_ts"] = 1,
                ["minInclusive"] = "",
                ["maxExclusive"] = "FF",
                ["ridPrefix"] = 0,
                ["throughputFraction"] = 1,
                ["status"] = "online",
                ["parents"] = new JsonArray(),
            }),
        });
    }

    public static Task ItemAsync(HttpContext http, int status, CosmosStandInItem? item)
    {
        http.Response.Headers["x-ms-request-charge"] = http.Request.Method is "GET" ? "1" : "5.5";
        if (item is null)
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        http.Response.Headers.ETag = item.ETag;
        var isMinimal = http.Request.Headers["Prefer"].ToString().Contains("return=minimal", StringComparison.OrdinalIgnoreCase);
        if (isMinimal && http.Request.Method is not "GET")
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        var answer = item.Content.DeepClone().AsObject();
        answer["_rid"] = ContainerRid;
        answer["_etag"] = item.ETag;
        answer["_ts"] = item.WrittenAt.ToUnixTimeSeconds();
        return WriteAsync(http, status, answer);
    }

    public static Task ErrorAsync(HttpContext http, int status, int subStatus, string message)
    {
        http.Response.Headers["x-ms-substatus"] = subStatus.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["x-ms-request-charge"] = "1";
        return WriteAsync(http, status, new JsonObject { ["code"] = status.ToString(CultureInfo.InvariantCulture), ["message"] = message });
    }

    public static Task GarbageAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync("<html>not what you"u8.ToArray(), http.RequestAborted).AsTask();
    }

    private static Task WriteAsync(HttpContext http, int status, JsonObject content)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["x-ms-activity-id"] = http.Request.Headers["x-ms-activity-id"];
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(content.ToJsonString()), http.RequestAborted).AsTask();
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Testing;

/// <summary>Routes the requests of the Cosmos REST interface that point reads and writes come down to.</summary>
internal sealed class CosmosStandInRequests(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, CosmosStandInContainer>> _databases = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private long _session;

    private readonly Lock _chance = new();
    private CosmosFaults _faults = CosmosFaults.None;
    private Random _random = new(1);

    /// <summary>What goes wrong; setting it starts chance anew from its seed.</summary>
    public CosmosFaults Faults
    {
        get => _faults;
        set
        {
            lock (_chance)
            {
                (_faults, _random) = (value, new Random(value.Seed));
            }
        }
    }

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public CosmosStandInContainer? Find(string database, string container) => _databases.GetValueOrDefault(database)?.GetValueOrDefault(container);

    public Task HandleAsync(HttpContext http)
    {
        var path = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path switch
        {
            [] => CosmosStandInAnswers.AccountAsync(http),
            ["dbs"] => CreateDatabaseAsync(http),
            ["dbs", var database] => FindDatabaseAsync(http, database),
            ["dbs", var database, "colls"] => CreateContainerAsync(http, database),
            ["dbs", var database, "colls", var container] => FindContainerAsync(http, database, container),
            ["dbs", var database, "colls", var container, "pkranges"] => RangesAsync(http, database, container),
            ["dbs", var database, "colls", var container, "docs", .. var id] => ItemAsync(http, Find(database, container), id.SingleOrDefault()),
            _ => CosmosStandInAnswers.ErrorAsync(http, 400, 0, "The stand-in does not know this path."),
        };
    }

    private async Task CreateDatabaseAsync(HttpContext http)
    {
        var name = (string)(await CosmosStandInAnswers.ReadAsync(http))["id"]!;
        var isNew = _databases.TryAdd(name, new(StringComparer.Ordinal));
        await (isNew ? CosmosStandInAnswers.DatabaseAsync(http, 201, name) : CosmosStandInAnswers.ErrorAsync(http, 409, 0, "The database exists."));
    }

    private Task FindDatabaseAsync(HttpContext http, string name) => _databases.ContainsKey(name)
        ? CosmosStandInAnswers.DatabaseAsync(http, 200, name)
        : CosmosStandInAnswers.ErrorAsync(http, 404, 0, "No such database.");

    private async Task CreateContainerAsync(HttpContext http, string database)
    {
        var properties = await CosmosStandInAnswers.ReadAsync(http);
        var name = (string)properties["id"]!;
        var isNew = _databases[database].TryAdd(name, new CosmosStandInContainer(properties, clock));
        await (isNew ? CosmosStandInAnswers.ContainerAsync(http, 201, properties) : CosmosStandInAnswers.ErrorAsync(http, 409, 0, "The container exists."));
    }

    private Task FindContainerAsync(HttpContext http, string database, string container) => Find(database, container) is { } found
        ? CosmosStandInAnswers.ContainerAsync(http, 200, found.Properties)
        : CosmosStandInAnswers.ErrorAsync(http, 404, 0, "No such container.");

    private Task RangesAsync(HttpContext http, string database, string container) => Find(database, container) is null
        ? CosmosStandInAnswers.ErrorAsync(http, 404, 0, "No such container.")
        : CosmosStandInAnswers.RangesAsync(http);

    private async Task ItemAsync(HttpContext http, CosmosStandInContainer? container, string? id)
    {
        var request = http.Request;
        var isUpsert = string.Equals(request.Headers["x-ms-documentdb-is-upsert"], "True", StringComparison.OrdinalIgnoreCase);
        CosmosStandInVerb? verb = request.Method switch
        {
            "GET" => CosmosStandInVerb.Read,
            "POST" => isUpsert ? CosmosStandInVerb.Upsert : CosmosStandInVerb.Create,
            "PUT" => CosmosStandInVerb.Replace,
            "DELETE" => CosmosStandInVerb.Delete,
            _ => null,
        };
        var content = request.Method is "POST" or "PUT" ? await CosmosStandInAnswers.ReadAsync(http) : null;
        var partition = (string?)JsonNode.Parse((string?)request.Headers["x-ms-documentdb-partitionkey"] ?? "[null]")![0];
        id ??= (string?)content?["id"];
        if (verb is not { } asked || partition is null || id is null || (content is not null && !IsConsistent(content, partition, id)))
        {
            await AnswerAsync(http, 400, () => CosmosStandInAnswers.ErrorAsync(http, 400, 1001, "The partition key or the id does not fit the item."));
            return;
        }

        var fault = Draw(isRead: asked is CosmosStandInVerb.Read, out var losesAnswer, out var isGarbage);
        await Task.Delay(_faults.Delay, http.RequestAborted);
        if (fault != 0)
        {
            http.Response.Headers["x-ms-retry-after-ms"] = _faults.RetryAfter.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
            await AnswerAsync(http, fault, () => CosmosStandInAnswers.ErrorAsync(http, fault, fault == 429 ? 3200 : 0, "A fault that the test asked for."));
            return;
        }

        if (container is null)
        {
            await AnswerAsync(http, 404, () => CosmosStandInAnswers.ErrorAsync(http, 404, 1003, "Owner resource does not exist."));
            return;
        }

        var (status, item) = container.Handle(asked, partition, id, content, request.Headers.IfMatch);
        status = losesAnswer && status < 300 ? 408 : status;
        http.Response.Headers["x-ms-session-token"] = string.Create(CultureInfo.InvariantCulture, $"0:-1#{Interlocked.Increment(ref _session)}");
        await AnswerAsync(http, status, () => status switch
        {
            >= 300 => CosmosStandInAnswers.ErrorAsync(http, status, 0, "Refused by the state of the item."),
            _ when isGarbage => CosmosStandInAnswers.GarbageAsync(http),
            _ => CosmosStandInAnswers.ItemAsync(http, status, item),
        });
    }

    private static bool IsConsistent(JsonObject content, string partition, string id) =>
        string.Equals((string?)content["pk"], partition, StringComparison.Ordinal) && string.Equals((string?)content["id"], id, StringComparison.Ordinal);

    private Task AnswerAsync(HttpContext http, int status, Func<Task> answer)
    {
        _counts.AddOrUpdate(string.Create(CultureInfo.InvariantCulture, $"{http.Request.Method} {status}"), 1, (_, count) => count + 1);
        return answer();
    }

    // One draw a request, so that the share of each fault is what was asked for.
    private int Draw(bool isRead, out bool losesAnswer, out bool isGarbage)
    {
        lock (_chance)
        {
            var drawn = _random.NextDouble();
            var throttled = isRead ? _faults.ThrottledReads : _faults.ThrottledWrites;
            var unavailable = throttled + (isRead ? _faults.UnavailableReads : _faults.UnavailableWrites);
            losesAnswer = !isRead && drawn >= unavailable && drawn < unavailable + _faults.LostAnswers;
            isGarbage = isRead && drawn >= unavailable && drawn < unavailable + _faults.GarbageReads;
            return drawn < throttled ? 429 : drawn < unavailable ? 503 : 0;
        }
    }
}

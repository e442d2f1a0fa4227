using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace BundleFunctions.Testing;

/// <summary>Answers requests about Container Apps jobs as the service's public REST interface says (<c>Microsoft.App/jobs</c>: get, start,
/// executions, one execution, stop execution). What a caller does against that interface is in <see cref="Complaints"/>.</summary>
/// <param name="clock">By which executions start and end.</param>
public sealed class ContainerAppsStandIn(TimeProvider clock) : HttpMessageHandler
{
    public const string Token = "a-token";
    public const string ApiVersion = "2025-07-01";
    public const string Subscription = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
    public const string Group = "shop-rg";
    private const string Jobs = $"/subscriptions/{Subscription}/resourceGroups/{Group}/providers/Microsoft.App/jobs/";
    private const int PageSize = 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, JsonObject> _jobs = new(StringComparer.Ordinal);

    /// <summary>Every execution that was started, in order.</summary>
    public List<StandInExecution> Executions { get; } = [];

    /// <summary>Requests so far: <c>POST start</c>, <c>GET executions</c>, ...</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What was asked against the service's interface.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Says what goes wrong with a request, by its kind (<c>POST start</c>) and how many of this kind came before.</summary>
    public Func<string, int, StandInFault> Fault { get; set; } = (_, _) => StandInFault.None;

    /// <summary>Lists that do not show a new execution yet.</summary>
    public int HideFor { get; set; }

    /// <summary>Where the next page is said to lie; its own address where null.</summary>
    public Uri? NextPageElsewhere { get; set; }

    /// <summary>Defines a job.</summary>
    public void AddJob(string name, JsonObject template) => _jobs[name] = template;

    /// <summary>Ends an execution.</summary>
    public void End(StandInExecution execution, string status)
    {
        lock (_gate)
        {
            (execution.Status, execution.EndTime) = (status, clock.GetUtcNow());
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        HttpResponseMessage answer;
        StandInFault fault;
        lock (_gate)
        {
            var path = request.RequestUri!.AbsolutePath;
            var parts = path.StartsWith(Jobs, StringComparison.Ordinal) ? path[Jobs.Length..].Split('/') : [];
            var kind = $"{request.Method} {parts switch { [_] => "job", [_, "executions", _] => "execution", [_, .., var last] => last, _ => path }}";
            fault = Fault(kind, Requests.Count(asked => asked == kind));
            Requests.Add(kind);
            Check(request, kind, body);
            if (Refusal(fault) is { } refused)
            {
                return refused;
            }

            answer = Answer(request, parts, body);
        }

        switch (fault)
        {
            case StandInFault.AnswerLost:
                throw new HttpRequestException("The connection was reset.");
            case StandInFault.AnswerHangs:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
        }

        return fault switch
        {
            StandInFault.ErrorAfterwards => Text(HttpStatusCode.InternalServerError, "boom"),
            StandInFault.Garbage => Text(HttpStatusCode.OK, "<html>"),
            StandInFault.WrongShape => Text(HttpStatusCode.OK, """{"name":{"a":1},"value":"none"}"""),
            StandInFault.Accepted => Accepted(),
            _ => answer,
        };
    }

    private static HttpResponseMessage? Refusal(StandInFault fault)
    {
        switch (fault)
        {
            case StandInFault.Unreachable:
                throw new HttpRequestException("No route to host.");
            case StandInFault.Throttled:
                var throttled = Text(HttpStatusCode.TooManyRequests, """{"error":{"code":"TooManyRequests"}}""");
                throttled.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
                return throttled;
            case StandInFault.Forbidden:
                return Text(HttpStatusCode.Forbidden, """{"error":{"code":"AuthorizationFailed"}}""");
            case StandInFault.Error:
                return Text(HttpStatusCode.InternalServerError, "boom");
            case StandInFault.Unavailable:
                return Text(HttpStatusCode.ServiceUnavailable, "busy");
            default:
                return null;
        }
    }

    private static HttpResponseMessage Text(HttpStatusCode status, string text) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Json(JsonNode json) => Text(HttpStatusCode.OK, json.ToJsonString());

    private static HttpResponseMessage Accepted()
    {
        var accepted = new HttpResponseMessage(HttpStatusCode.Accepted);
        accepted.Headers.Location = new Uri("https://management.azure.com/operations/1");
        return accepted;
    }

    private static HttpResponseMessage NotFound() => Text(HttpStatusCode.NotFound, """{"error":{"code":"ResourceNotFound"}}""");

    private void Check(HttpRequestMessage request, string kind, string? body)
    {
        Expect(request.RequestUri!.Host == "management.azure.com" && request.RequestUri.Scheme == "https", $"goes to {request.RequestUri}");
        Expect(HttpUtility.ParseQueryString(request.RequestUri.Query)["api-version"] == ApiVersion, $"has query '{request.RequestUri.Query}'");
        Expect(request.Headers.Authorization is { Scheme: "Bearer", Parameter: Token }, "has no token");
        Expect(kind != "POST start" || request.Content?.Headers.ContentType?.MediaType == "application/json", "has no JSON body");
        Expect(kind is "GET job" or "POST start" or "GET executions" or "GET execution" or "POST stop", "is not known");
        Expect(kind == "POST start" || string.IsNullOrEmpty(body), "has a body");

        void Expect(bool holds, string complaint)
        {
            if (!holds)
            {
                Complaints.Add($"{kind} {complaint}");
            }
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string[] parts, string? body)
    {
        if (parts.Length == 0 || !_jobs.TryGetValue(parts[0], out var template))
        {
            return NotFound();
        }

        var id = Jobs + parts[0];
        var execution = parts.Length > 2 ? Executions.SingleOrDefault(execution => execution.Job == parts[0] && execution.Name == parts[2]) : null;
        switch (parts)
        {
            case [_]:
                return Json(new JsonObject { ["id"] = id, ["name"] = parts[0], ["properties"] = new JsonObject { ["template"] = template.DeepClone() } });
            case [_, "start"]:
                return Start(parts[0], id, body!);
            case [_, "executions"]:
                return List(request.RequestUri!, parts[0], id);
            case [_, "executions", _] when execution is { HiddenFor: 0 }:
                return Json(execution.ToJson(id));
            case [_, "executions", _, "stop"] when execution is not null:
                (execution.Status, execution.EndTime) = execution.Status == "Running" ? ("Stopped", clock.GetUtcNow()) : (execution.Status, execution.EndTime);
                return new HttpResponseMessage(HttpStatusCode.OK);
            default:
                return NotFound();
        }
    }

    private HttpResponseMessage Start(string job, string id, string body)
    {
        var name = $"{job}-{Executions.Count:x4}";
        Executions.Add(new StandInExecution(name, job, (JsonObject)JsonNode.Parse(body)!, clock.GetUtcNow()) { HiddenFor = HideFor });
        return Json(new JsonObject { ["name"] = name, ["id"] = $"{id}/executions/{name}" });
    }

    // The newest first, in small pages.
    private HttpResponseMessage List(Uri address, string job, string id)
    {
        var skip = int.Parse(HttpUtility.ParseQueryString(address.Query)["skip"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var visible = Executions.Where(execution => execution.Job == job && execution.HiddenFor == 0).Reverse().ToList();
        foreach (var hidden in Executions.Where(execution => execution.HiddenFor > 0 && skip == 0))
        {
            hidden.HiddenFor--;
        }

        var next = visible.Count <= skip + PageSize ? null
            : NextPageElsewhere?.ToString() ?? $"https://management.azure.com{id}/executions?api-version={ApiVersion}&skip={skip + PageSize}";
        return Json(new JsonObject
        {
            ["value"] = new JsonArray([.. visible.Skip(skip).Take(PageSize).Select(execution => execution.ToJson(id))]),
            ["nextLink"] = next,
        });
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>The five requests about Container Apps jobs that training needs
/// (<c>Microsoft.App/jobs</c>: get, start, executions, one execution, stop execution).</summary>
internal sealed class ContainerAppsClient(ArmClient arm, ContainerAppsOptions options)
{
    // The service keeps a hundred ended executions of each kind; a page that never ends is no answer.
    private const int MaxPages = 20;

    /// <summary>The resource id of a job.</summary>
    public string ResourceOf(string job) =>
        $"/subscriptions/{options.SubscriptionId}/resourceGroups/{options.ResourceGroup}/providers/Microsoft.App/jobs/{job}";

    /// <summary>A job's definition.</summary>
    /// <exception cref="ArmException">There is no such job, or it cannot be read.</exception>
    public async Task<JsonObject> GetJobAsync(string job, CancellationToken cancellationToken)
    {
        var address = Address(job, string.Empty);
        var body = await arm.GetAsync(address, cancellationToken)
            ?? throw new ArmException($"There is no job '{job}' in resource group '{options.ResourceGroup}'.", HttpStatusCode.NotFound, mayHaveHappened: false);
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw new System.Text.Json.JsonException("It is no object.");
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new ArmException($"The definition of job '{job}' cannot be read: {e.Message}", null, mayHaveHappened: false, e);
        }
    }

    /// <summary>Starts an execution.</summary>
    /// <returns>Its name; null where the service has taken the request and not named it yet.</returns>
    /// <exception cref="ArmException">It was refused, or nobody knows.</exception>
    public async Task<string?> StartAsync(string job, JsonObject template, CancellationToken cancellationToken)
    {
        var answer = await arm.PostAsync(Address(job, "/start"), System.Text.Encoding.UTF8.GetBytes(template.ToJsonString()), cancellationToken);
        return answer.Body.Length == 0 ? null : ArmJson.Read(answer.Body, ArmJson.Default.JobExecution, $"The answer to the start of job '{job}'").Name;
    }

    /// <summary>The executions of a job that the service remembers and that are a run of ours, the one that started first coming first.</summary>
    /// <exception cref="ArmException">They cannot be read.</exception>
    public async Task<IReadOnlyList<JobExecution>> FindRunsAsync(string job, string run, CancellationToken cancellationToken)
    {
        var found = new List<JobExecution>();
        var address = Address(job, "/executions");
        for (var page = 0; page < MaxPages; page++)
        {
            var body = await arm.GetAsync(address, cancellationToken)
                ?? throw new ArmException($"There is no job '{job}' in resource group '{options.ResourceGroup}'.", HttpStatusCode.NotFound, mayHaveHappened: false);
            var executions = ArmJson.Read(body, ArmJson.Default.ExecutionPage, $"The executions of job '{job}'");
            found.AddRange((executions.Value ?? []).Where(execution => execution is { Name: not null } && execution.IsRun(run)));
            if (string.IsNullOrEmpty(executions.NextLink))
            {
                break;
            }

            address = Next(executions.NextLink);
        }

        return [.. found.OrderBy(execution => execution.Properties?.StartTime).ThenBy(execution => execution.Name, StringComparer.Ordinal)];
    }

    /// <summary>One execution; null where the service does not know it.</summary>
    /// <exception cref="ArmException">It cannot be read.</exception>
    public async Task<JobExecution?> FindExecutionAsync(string job, string execution, CancellationToken cancellationToken) =>
        await arm.GetAsync(Address(job, $"/executions/{Uri.EscapeDataString(execution)}"), cancellationToken) is { } body
            ? ArmJson.Read(body, ArmJson.Default.JobExecution, $"Execution '{execution}'")
            : null;

    /// <summary>Asks an execution to end; one that the service does not know has ended.</summary>
    /// <exception cref="ArmException">It was refused, or nobody knows.</exception>
    public async Task StopAsync(string job, string execution, CancellationToken cancellationToken)
    {
        try
        {
            await arm.PostAsync(Address(job, $"/executions/{Uri.EscapeDataString(execution)}/stop"), null, cancellationToken);
        }
        catch (ArmException e) when (e.Status == HttpStatusCode.NotFound)
        {
            // It is over.
        }
    }

    private Uri Address(string job, string rest) =>
        new(options.Endpoint, $"{ResourceOf(job)}{rest}?api-version={ContainerAppsOptions.ApiVersion}");

    // The token goes where the link points.
    private Uri Next(string link) =>
        Uri.TryCreate(options.Endpoint, link, out var address)
        && Uri.Compare(address, options.Endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? address
            : throw new ArmException($"The next page lies at '{link}', which is not at {options.Endpoint.Authority}.", null, mayHaveHappened: false);
}

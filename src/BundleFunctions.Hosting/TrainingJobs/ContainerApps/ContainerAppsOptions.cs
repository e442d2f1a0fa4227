namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>Which Azure Container Apps jobs train, and how they are asked.</summary>
/// <remarks>A workload profile belongs to a job, not to a run: so a GPU needs a job of its own. Image, identity, secrets and
/// time-out of a run are those of the job's definition.</remarks>
public sealed record ContainerAppsOptions
{
    public const string SectionName = "Training:ContainerApps";

    /// <summary>The version of the service's REST interface that this code speaks.</summary>
    public const string ApiVersion = "2025-07-01";

    /// <summary>Subscription of the jobs.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Resource group of the jobs.</summary>
    public string? ResourceGroup { get; init; }

    /// <summary>Name of the job on a CPU profile.</summary>
    public string? CpuJob { get; init; }

    /// <summary>Name of the job on a GPU profile; without it every run takes the CPU job.</summary>
    public string? GpuJob { get; init; }

    /// <summary>Address of Azure Resource Manager; other clouds have their own. Tokens are asked for this address.</summary>
    public Uri Endpoint { get; init; } = new("https://management.azure.com");

    /// <summary>Processor cores of a run instead of the job's own.</summary>
    public double? Cpu { get; init; }

    /// <summary>Memory of a run instead of the job's own, such as <c>8Gi</c>.</summary>
    public string? Memory { get; init; }

    /// <summary>How long one request may take, 100 ms or more.</summary>
    public TimeSpan RequestTimeOut { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries of one request that is refused for a moment (429) or, where it only reads, fails for a moment, 1..20.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Wait before the second try where the service does not name one; doubled before each further one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Wait before each look for a run whose start was not confirmed.</summary>
    public TimeSpan SettleDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A start that no run was seen of for so long counts as failed.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A run is looked at no more often than this, however many ask.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The first option that is missing or out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !Guid.TryParse(SubscriptionId, out _) ? $"Training:ContainerApps:SubscriptionId is '{SubscriptionId}'; expected a GUID."
        : !IsName(ResourceGroup) ? $"Training:ContainerApps:ResourceGroup is '{ResourceGroup}'; expected a name."
        : !IsName(CpuJob) ? $"Training:ContainerApps:CpuJob is '{CpuJob}'; expected a job's name."
        : GpuJob is not null && !IsName(GpuJob) ? $"Training:ContainerApps:GpuJob is '{GpuJob}'; expected a job's name."
        : !Endpoint.IsAbsoluteUri || Endpoint.Scheme is not "https" ? $"Training:ContainerApps:Endpoint is '{Endpoint}'; expected an https address: a token is sent to it."
        : Cpu is <= 0 or > 1000 ? $"Training:ContainerApps:Cpu is {Cpu}; expected more than 0."
        : RequestTimeOut < TimeSpan.FromMilliseconds(100) ? $"Training:ContainerApps:RequestTimeOut is {RequestTimeOut}; expected 100 ms or more."
        : Tries is < 1 or > 20 ? $"Training:ContainerApps:Tries is {Tries}; expected 1..20."
        : RetryDelay < TimeSpan.Zero || RetryDelay > TimeSpan.FromMinutes(1) ? $"Training:ContainerApps:RetryDelay is {RetryDelay}; expected 0..1 minute."
        : SettleDelay < TimeSpan.Zero || SettleDelay > TimeSpan.FromMinutes(1) ? $"Training:ContainerApps:SettleDelay is {SettleDelay}; expected 0..1 minute."
        : StartPatience < SettleDelay ? $"Training:ContainerApps:StartPatience is {StartPatience}; expected SettleDelay or more."
        : PollInterval < TimeSpan.Zero ? $"Training:ContainerApps:PollInterval is {PollInterval}; expected zero or more."
        : null;

    // What ARM allows in a path segment of ours, so that a name never becomes another path.
    private static bool IsName(string? name) =>
        name is { Length: >= 1 and <= 90 } && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' or '(' or ')') && name[^1] != '.' && name[0] != '.';
}

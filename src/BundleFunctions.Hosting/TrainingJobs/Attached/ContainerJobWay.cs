using BundleFunctions.Hosting.Settings;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>Training in a container of this machine. The engine's command line stays attached to it, so that the container's standard input
/// closes with this host; the container's name, one a shop, keeps a second one of the same shop from starting on this machine.</summary>
internal sealed class ContainerJobWay(
    ContainerJobOptions container,
    StoreSettings stores,
    string? pseudonymKey,
    IReadOnlyDictionary<string, string?> settings,
    TrainingJobOptions options,
    TimeProvider clock) : AttachedJobWay(options, clock)
{
    private const string StoreFolder = "/data";

    // An identity that this host got through its environment is the training's too.
    private static readonly string[] IdentityVariables =
        ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET", "AZURE_FEDERATED_TOKEN_FILE", "IDENTITY_ENDPOINT", "IDENTITY_HEADER"];

    /// <summary>Names the container of a shop.</summary>
    public static string NameOf(ShopId shop) => $"bundles-train-{shop}";

    /// <inheritdoc/>
    protected override JobCommand MakeCommand(ShopId shop, JobRecord claim)
    {
        var plan = claim.Plan ?? TrainingPlan.Classical;
        var environment = Environment(claim.Plan);
        List<string> arguments =
        [
            "run", "--rm", "--interactive", "--name", NameOf(shop),
            "--label", $"bundles.shop={shop}", "--label", $"bundles.tick={claim.Tick}",
        ];
        Add("--network", container.Network);
        Add("--user", container.User);
        Add("--gpus", plan.Profile == ComputeProfile.Gpu ? container.Gpus : null);
        Add("--volume", stores.Blobs == BlobStoreKind.Folder || stores.Documents == DocumentStoreKind.Sqlite ? $"{stores.Directory}:{StoreFolder}" : null);

        // A name without a value: the engine takes it from its own environment, so no secret stands on a command line.
        foreach (var name in environment.Where(variable => variable.Value is not null).Select(variable => variable.Key).Concat(IdentityVariables))
        {
            Add("--env", name);
        }

        arguments.Add(plan.Profile == ComputeProfile.Gpu ? container.GpuImage : container.Image);
        arguments.AddRange(["train", "--shop", shop.Value, "--stop-with-input"]);
        if (plan.Deep)
        {
            arguments.Add("--deep");
        }

        var kill = new JobCommand(container.Engine, ["rm", "--force", NameOf(shop)], new Dictionary<string, string?>(StringComparer.Ordinal));
        return new JobCommand(container.Engine, arguments, environment, kill);

        void Add(string option, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                arguments.AddRange([option, value]);
            }
        }
    }

    private Dictionary<string, string?> Environment(TrainingPlan? plan) => new(
        StoreEnvironment.From(stores, pseudonymKey).Concat(TrainingEnvironment.For(plan, settings)), StringComparer.Ordinal)
    {
        ["Stores__Directory"] = StoreFolder,
    };
}

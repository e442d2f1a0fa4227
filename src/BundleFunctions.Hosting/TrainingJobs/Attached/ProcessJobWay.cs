using BundleFunctions.Hosting.Settings;

namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>Training as a child process: <c>bundles train</c> beside this host.</summary>
internal sealed class ProcessJobWay(ProcessJobOptions process, TrainingJobOptions options, TimeProvider clock) : AttachedJobWay(options, clock)
{
    /// <inheritdoc/>
    protected override JobCommand MakeCommand(ShopId shop, JobRecord claim)
    {
        var arguments = process.Arguments.Select(argument => argument
            .Replace("{shop}", shop.Value, StringComparison.Ordinal)
            .Replace("{tick}", claim.Tick, StringComparison.Ordinal));
        var environment = process.Environment.Concat(TrainingEnvironment.For(claim.Plan, process.Settings)).ToDictionary(StringComparer.Ordinal);
        return new JobCommand(process.Program, [.. arguments, .. claim.Plan?.Deep == true ? process.DeepArguments : []], environment);
    }
}

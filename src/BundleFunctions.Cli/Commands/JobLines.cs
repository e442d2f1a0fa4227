using System.Globalization;
using BundleFunctions.Ports;

namespace BundleFunctions.Cli.Commands;

/// <summary>A training run in a line or a few.</summary>
internal static class JobLines
{
    public static void Print(ConsoleLines lines, TrainingJob job)
    {
        var state = job is { State: TrainingJobState.Running, CancelRequested: true } ? "Ending" : job.State.ToString();
        var profile = job.Plan.Profile.ToString().ToLowerInvariant();
        var models = job.Plan.Deep ? "deep" : "classical";
        lines.Say($"{job.Tick}  {job.StartedAt:yyyy-MM-dd HH:mm}  {state,-9}  {models,-9}  {profile}  {Describe(job.Cost)}");
        foreach (var line in new[] { job.Plan.Reason, job.Message, job.LogLink?.AbsoluteUri }.Where(line => !string.IsNullOrEmpty(line)))
        {
            lines.Say($"    {line}");
        }
    }

    private static string Describe(TrainingCost? cost) => cost switch
    {
        null => "-",
        { Amount: { } amount } => string.Create(CultureInfo.InvariantCulture, $"{cost.Seconds:N0} s, {amount:0.####} {cost.Currency}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cost.Seconds:N0} s"),
    };
}

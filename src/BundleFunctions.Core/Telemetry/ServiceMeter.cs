using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BundleFunctions.Telemetry;

/// <summary>What the product counts and times, by .NET's own diagnostics: where nobody listens an instrument costs a look at one field.</summary>
/// <remarks>Instruments are of the process, as .NET's are; <c>docs/operations.md</c> lists them, and alerts are made from them.</remarks>
public static class ServiceMeter
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "BundleFunctions";

    private static readonly Meter Meter = new(Name);

    /// <summary>Long work: intake of a file, a publish, a training run.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    internal static Counter<long> Answers { get; } = Meter.CreateCounter<long>("bundles.answers", "{answer}", "Answers, by page, strategy, source and staleness.");

    internal static Histogram<double> AnswerDuration { get; } = Meter.CreateHistogram<double>("bundles.answer.duration", "ms", "Time to make an answer that no cache had.");

    internal static Counter<long> IntakeFiles { get; } = Meter.CreateCounter<long>("bundles.intake.files", "{file}", "Files looked at, by container and status.");

    internal static Counter<long> IntakeRecords { get; } = Meter.CreateCounter<long>("bundles.intake.records", "{record}", "Records of files, by container and outcome.");

    internal static Counter<long> IntakeFailures { get; } = Meter.CreateCounter<long>("bundles.intake.failures", "{file}", "Files that could not be taken in at all; the next pass tries again.");

    internal static Counter<long> RetrainTicks { get; } = Meter.CreateCounter<long>("bundles.training.ticks", "{tick}", "Ticks of the schedule, by outcome.");

    internal static Gauge<long> TrainingFailing { get; } = Meter.CreateGauge<long>("bundles.training.failing", "{run}", "1 where a shop's newest run failed or could not be started, else 0.");

    internal static Histogram<double> TrainingSeconds { get; } = Meter.CreateHistogram<double>("bundles.training.duration", "s", "Seconds of the machine that a finished run used.");

    internal static Counter<long> Publishes { get; } = Meter.CreateCounter<long>("bundles.publishes", "{generation}", "Publishes, by outcome.");

    internal static Gauge<long> GenerationAge { get; } = Meter.CreateGauge<long>("bundles.generation.age", "s", "Age of the model that a shop serves.");

    internal static Gauge<double> InputDrift { get; } = Meter.CreateGauge<double>("bundles.inputs.drift", "1", "Population stability index between what a shop's model learned from and what comes in.");

    internal static Gauge<long> Health { get; } = Meter.CreateGauge<long>("bundles.health", "{status}", "0 healthy, 1 degraded, 2 unhealthy.");

    /// <summary>Calls that a store refused or failed, by store and by whether the same call may succeed later.</summary>
    public static Counter<long> StoreFaults { get; } = Meter.CreateCounter<long>("bundles.store.faults", "{fault}", "Calls that a store refused or failed.");

    /// <summary>Request units that a document store charged, by operation.</summary>
    public static Counter<double> RequestUnits { get; } = Meter.CreateCounter<double>("bundles.store.units", "{RU}", "Request units that the document store charged.");
}

using BundleFunctions.Catalogue;
using BundleFunctions.Intake;
using BundleFunctions.Operations.Drift;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Training;

namespace BundleFunctions.Telemetry;

/// <summary>Turns the rooms' reports into measurements, in one place, so that a room says what happened in one line.</summary>
internal static class ServiceRecorder
{
    public static void Answered(string page, BundleAnswer answer, TimeSpan elapsed)
    {
        if (ServiceMeter.Answers.Enabled)
        {
            var strategy = answer.Strategy.ToString();
            ServiceMeter.Answers.Add(1, [new("page", page), new("strategy", strategy), new("source", "made"), new("stale", Text(answer.Stale == true))]);
            ServiceMeter.AnswerDuration.Record(elapsed.TotalMilliseconds, new KeyValuePair<string, object?>("page", page));
        }
    }

    /// <summary>An answer that was given before; stale ones are never kept.</summary>
    public static void AnsweredFromCache(string page)
    {
        if (ServiceMeter.Answers.Enabled)
        {
            ServiceMeter.Answers.Add(1, [new("page", page), new("strategy", "kept"), new("source", "cache"), new("stale", "false")]);
        }
    }

    public static void TakenIn(IntakeReport report) =>
        TakenIn(report.Blob.Container, report.Status, report.Accepted, report.Rejected.Values.Sum(), report.Duplicates);

    public static void TakenIn(CatalogueReport report) =>
        TakenIn(report.Blob.Container, report.Status, report.Accepted, report.Rejected.Values.Sum(), report.Duplicates);

    public static void Reconciled(ReconcileReport report) => ServiceMeter.IntakeFailures.Add(report.Failures.Count);

    public static void Ticked(ShopRetrain shop)
    {
        ServiceMeter.RetrainTicks.Add(1, new KeyValuePair<string, object?>("outcome", shop.Outcome.ToString()));
        if (shop.Outcome == RetrainOutcome.Failed)
        {
            ServiceMeter.TrainingFailing.Record(1, new KeyValuePair<string, object?>("shop", shop.Shop.Value));
        }
    }

    public static void Followed(TrainingJob job)
    {
        ServiceMeter.TrainingFailing.Record(job.State == TrainingJobState.Failed ? 1 : 0, new KeyValuePair<string, object?>("shop", job.Shop.Value));
        if (job.Cost is { } cost)
        {
            ServiceMeter.TrainingSeconds.Record(
                cost.Seconds, new KeyValuePair<string, object?>("shop", job.Shop.Value), new KeyValuePair<string, object?>("profile", cost.Profile.ToString()));
        }
    }

    public static void Published(PublishReport report) =>
        ServiceMeter.Publishes.Add(1, new KeyValuePair<string, object?>("outcome", report.Outcome.ToString()));

    public static void Looked(HealthReport report)
    {
        ServiceMeter.Health.Record((long)report.Status);
        foreach (var shop in report.Shops)
        {
            if (shop.ModelAgeSeconds is { } age)
            {
                ServiceMeter.GenerationAge.Record(age, new KeyValuePair<string, object?>("shop", shop.Shop.Value));
            }
        }
    }

    public static void Drifted(ShopDrift report)
    {
        foreach (var (feature, index) in report.Drift)
        {
            ServiceMeter.InputDrift.Record(index, new KeyValuePair<string, object?>("shop", report.Shop.Value), new KeyValuePair<string, object?>("feature", feature));
        }
    }

    private static void TakenIn(string container, IntakeStatus status, long accepted, long rejected, long duplicates)
    {
        var box = new KeyValuePair<string, object?>("container", container);
        ServiceMeter.IntakeFiles.Add(1, box, new("status", status.ToString()));

        // What was taken in before was counted then.
        if (status is IntakeStatus.Ingested or IntakeStatus.Staged or IntakeStatus.Held or IntakeStatus.Refused)
        {
            ServiceMeter.IntakeRecords.Add(accepted, box, new("outcome", "accepted"));
            ServiceMeter.IntakeRecords.Add(rejected, box, new("outcome", "rejected"));
            ServiceMeter.IntakeRecords.Add(duplicates, box, new("outcome", "duplicate"));
        }
    }

    private static string Text(bool flag) => flag ? "true" : "false";
}

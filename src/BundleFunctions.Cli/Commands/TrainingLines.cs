using BundleFunctions.Training.Runs;

namespace BundleFunctions.Cli.Commands;

/// <summary>A training run's progress as lines: one when a stage is through, and one a second within it.</summary>
internal sealed class TrainingLines(ConsoleLines lines) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        if (value.Done == value.Total)
        {
            lines.Step(Describe(value));
        }
        else
        {
            lines.Progress(() => Describe(value));
        }
    }

    private static FormattableString Describe(TrainingProgress value) => value.Stage switch
    {
        TrainingStage.Survey => $"Looked over {value.Done:N0} events",
        TrainingStage.Events => $"Read {value.Done:N0} events",
        TrainingStage.Catalogue => $"Catalogue of {value.Done:N0} products",
        TrainingStage.Evaluation when value.Done < value.Total => $"Trained and judged {value.Done:N0} of {value.Total:N0} models",
        TrainingStage.Evaluation => $"Trained and judged the models",
        TrainingStage.Sessions when value.Done < value.Total => $"Trained and judged {value.Done:N0} of {value.Total:N0} models on sessions",
        TrainingStage.Sessions => $"Trained and judged the models on sessions",
        TrainingStage.Order when value.Done < value.Total => $"Learning the order of bundles",
        TrainingStage.Order => $"Learned the order of bundles",
        TrainingStage.Associations => $"Counted {value.Done:N0} of {value.Total:N0} products",
        _ => $"Wrote {value.Done:N0} of {value.Total:N0} bytes",
    };
}

using System.Globalization;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Search;

/// <summary>Looks for the setting with the highest score. Each trial hangs on those before it and on the seed alone, so that a search that
/// was ended goes on where it stopped and comes to what it would have come to.</summary>
/// <param name="space">What may be varied.</param>
/// <param name="sampler">Says what to try.</param>
/// <param name="objective">Tries it.</param>
/// <param name="options">Valid options.</param>
/// <param name="clock">Measures the time.</param>
public sealed class ParameterSearch(ParameterSpace space, ISampler sampler, Objective objective, SearchOptions options, TimeProvider clock)
{
    /// <summary>Equal searches have equal lines: part of the trial log. The greatest number of trials is no part of it, so that a search
    /// can be made longer.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"{sampler.Fingerprint}; {space.Fingerprint}; seed={options.Seed} halving={options.Halving} rounds={options.Rounds}");

    /// <summary>Goes on until trials or time run out.</summary>
    /// <param name="log">Where trials are kept; null keeps none.</param>
    /// <param name="progress">Told after every trial.</param>
    /// <exception cref="InvalidDataException">The log is of another search.</exception>
    public SearchResult Run(TrialLog? log, IProgress<Trial>? progress, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var trials = log?.Open(space, Fingerprint) ?? [];
        if (trials.Count > options.MaxTrials)
        {
            trials.RemoveRange(options.MaxTrials, trials.Count - options.MaxTrials);
        }

        var resumed = trials.Count;
        var plan = new HalvingPlan(options.Halving, options.Rounds);
        while (trials.Count < options.MaxTrials)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (clock.GetElapsedTime(start) >= options.MaxTime)
            {
                break;
            }

            var trial = Try(plan.Next(trials), trials, cancellationToken);
            log?.Append(trial);
            trials.Add(trial);
            progress?.Report(trial);
        }

        var best = trials.Where(trial => trial is { Effort: 1, Score: not null }).OrderByDescending(trial => trial.Score).ThenBy(trial => trial.Number).FirstOrDefault();
        return new SearchResult(best, trials, resumed, trials.Count == options.MaxTrials);
    }

    private Trial Try(PlannedTrial planned, List<Trial> trials, CancellationToken cancellationToken)
    {
        var random = SeededRandom.ForStream(options.Seed, "trial", (ulong)trials.Count);

        // Scores of different effort cannot be compared.
        var setting = planned.Setting ?? sampler.Suggest(space, [.. trials.Where(trial => trial.Effort == planned.Effort)], random);
        try
        {
            var score = objective(setting, planned.Effort, cancellationToken);
            return double.IsFinite(score)
                ? new Trial(trials.Count, setting, planned.Effort, score, null)
                : new Trial(trials.Count, setting, planned.Effort, null, $"The score is {score.ToString(CultureInfo.InvariantCulture)}; expected a finite one.");
        }
        catch (Exception e) when (e is DivergedException or UnrankableException)
        {
            return new Trial(trials.Count, setting, planned.Effort, null, e.Message);
        }
    }
}

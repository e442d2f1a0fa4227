using System.Net.Http.Json;
using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Training;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Asks the timer function to train now, and waits until what it trained is published.</summary>
internal sealed class TrainingStep(IServiceProvider services, Uri url, ShopId shop, SetupConsole console)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // Of all that the model's metrics hold, what tells at a glance whether it learned something.
    private static readonly string[] Figures = ["hitRate@10", "item-knn.hitRate@10", "co-occurrence.hitRate@10", "popularity.hitRate@10"];

    private readonly ITrainingJobs _jobs = services.GetRequiredService<ITrainingJobs>();
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();
    private readonly TrainedRecords _trained = services.GetRequiredService<TrainedRecords>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    /// <exception cref="SetupException">The training failed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await FindTrainedAsync(cancellationToken) is { } before)
        {
            console.Step($"Nothing new to learn since model {before}.");
            await WaitForGenerationAsync(before, cancellationToken);
            return;
        }

        console.Step("Training...");
        var asked = _clock.GetUtcNow();
        using var client = new HttpClient { BaseAddress = url };
        using var answer = await client.PostAsJsonAsync("admin/functions/RetrainOnSchedule", new { input = string.Empty }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var model = await WaitForModelAsync(asked, cancellationToken);
        await ReportAsync(cancellationToken);
        await WaitForGenerationAsync(model, cancellationToken);
    }

    private async Task<ModelId> WaitForModelAsync(DateTimeOffset asked, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await FindTrainedAsync(cancellationToken) is { } model)
            {
                return model;
            }

            var job = await _jobs.FindLatestAsync(shop, cancellationToken);
            if (job is { State: TrainingJobState.Failed or TrainingJobState.Cancelled } && job.StartedAt >= asked)
            {
                throw new SetupException($"Training failed: {job.Message}");
            }

            if (job is { State: TrainingJobState.Succeeded } && job.StartedAt >= asked && await FindTrainedAsync(cancellationToken) is null)
            {
                throw new SetupException($"Training ended, but something came in while it ran, or it made no model: {job.Message} Run again.");
            }

            console.Progress(() => $"Training: {job?.Message ?? "starting"}");
            await Task.Delay(Interval, _clock, cancellationToken);
        }
    }

    /// <summary>The model that has learned from everything there is; null where something is new.</summary>
    private async Task<ModelId?> FindTrainedAsync(CancellationToken cancellationToken) =>
        await _trained.FindAsync(shop, cancellationToken) is { } trained
        && trained.Inputs == await TrainingInputs.ReadAsync(_blobs, shop, cancellationToken)
            ? trained.ModelId
            : null;

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        var model = await services.GetRequiredService<ModelReader>().FindNewestAsync(shop, cancellationToken);
        if (model is not null)
        {
            console.Step($"Trained {model.Model} model {model.ModelId} on {model.TotalOrders:N0} orders of {model.Products:N0} products.");
            foreach (var name in Figures.Where(model.Metrics.ContainsKey))
            {
                console.Say($"             {name,-24} {model.Metrics[name]:0.###}");
            }
        }
    }

    private async Task WaitForGenerationAsync(ModelId model, CancellationToken cancellationToken)
    {
        var generations = services.GetRequiredService<GenerationSwitch>();
        while ((await generations.FindPointerAsync(shop, cancellationToken))?.History.Any(info => info.ModelId == model) != true)
        {
            console.Progress(() => "Publishing...");
            await Task.Delay(Interval, _clock, cancellationToken);
        }
    }
}

using System.Net.Http.Json;
using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Asks the timer function to train now, and waits until what it trained is published.</summary>
internal sealed class TrainingStep(IServiceProvider services, Uri url, ShopId shop, SetupConsole console)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ITrainingJobs _jobs = services.GetRequiredService<ITrainingJobs>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    /// <exception cref="SetupException">The training failed, or what it made was refused.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = await _jobs.FindLatestAsync(shop, cancellationToken);
        using var client = new HttpClient { BaseAddress = url };
        using var answer = await client.PostAsJsonAsync("admin/functions/RetrainOnSchedule", new { input = string.Empty }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        console.Step("Training...");
        await WaitForJobAsync(before, cancellationToken);
        await WaitForGenerationAsync(cancellationToken);
    }

    private async Task WaitForJobAsync(TrainingJob? before, CancellationToken cancellationToken)
    {
        var models = services.GetRequiredService<ModelReader>();
        while (true)
        {
            var job = await _jobs.FindLatestAsync(shop, cancellationToken);
            if (job is { State: TrainingJobState.Failed } && job != before)
            {
                throw new SetupException($"Training failed: {job.Message}");
            }

            if (job is { State: TrainingJobState.Succeeded } && (job != before || await models.FindNewestAsync(shop, cancellationToken) is not null))
            {
                return;
            }

            console.Progress(() => $"Training: {job?.Message ?? "starting"}");
            await Task.Delay(Interval, _clock, cancellationToken);
        }
    }

    private async Task WaitForGenerationAsync(CancellationToken cancellationToken)
    {
        var model = await services.GetRequiredService<ModelReader>().FindNewestAsync(shop, cancellationToken)
            ?? throw new SetupException("The training made no model; see the lines above.");
        console.Step($"Trained model {model.ModelId} ({model.Model}) on {model.TotalOrders:N0} orders of {model.Products:N0} products. Publishing...");
        var reader = services.GetRequiredService<BundleReader>();
        while ((await reader.GetHomeAsync(shop, new BundleQuery(), cancellationToken)).Generation is null)
        {
            console.Progress(() => "Publishing...");
            await Task.Delay(Interval, _clock, cancellationToken);
        }
    }
}

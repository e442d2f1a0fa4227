using BundleFunctions.Intake;
using BundleFunctions.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Waits until the blob triggers have taken in what was dropped.</summary>
internal sealed class IntakeStep(IServiceProvider services, ShopId shop, SetupConsole console)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <param name="dropped">What was dropped.</param>
    /// <param name="before">What had been taken in before that.</param>
    /// <param name="start">When the first file was dropped, by the clock's timestamp: the triggers began then.</param>
    /// <exception cref="SetupException">Nothing could be taken in.</exception>
    public async Task WaitAsync(IReadOnlyList<BlobEntry> dropped, IntakeOverview before, long start, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var progress = services.GetRequiredService<IntakeProgress>();
        var state = await progress.ReadAsync(shop, dropped, cancellationToken);
        while (!state.IsFinished)
        {
            console.Progress(() => $"Taking in: {state.Done:N0} of {state.Total:N0} files...");
            await Task.Delay(Interval, clock, cancellationToken);
            state = await progress.ReadAsync(shop, dropped, cancellationToken);
        }

        var overview = await services.GetRequiredService<IntakeSummary>().ReadAsync(shop, cancellationToken);
        var elapsed = clock.GetElapsedTime(start);
        var records = overview.RecordsRead - before.RecordsRead;
        console.Step(records > 0
            ? $"Taken in {records:N0} records in {elapsed.TotalSeconds:N1} s, {records / elapsed.TotalSeconds:N0} a second."
            : "Nothing new in these files: everything had been taken in before.");
        Report(state, overview);
    }

    private void Report(IntakeState state, IntakeOverview overview)
    {
        var rejected = overview.Rejected.Values.Sum();
        console.Step(
            $"The lake holds {overview.Accepted:N0} events from {overview.Files:N0} files ({overview.FirstDay} to {overview.LastDay}); "
            + $"{overview.Duplicates:N0} duplicates, {rejected:N0} rejected of {overview.RecordsRead:N0} records.");
        foreach (var (code, count) in overview.Rejected.OrderByDescending(pair => pair.Value))
        {
            console.Say($"             rejected {count,8:N0}  {code}");
        }

        foreach (var entry in state.NotTakenIn)
        {
            console.Say($"             {entry.Status}: {entry.Blob}: {entry.Message}");
        }

        if (overview.Accepted == 0)
        {
            throw new SetupException(
                $"No event could be taken in. The rejects files under 'rejects/{shop}/' of the blob store say why, line by line; is it the right --map?");
        }
    }
}

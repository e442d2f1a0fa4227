using System.Text.Json;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Takes one shop the whole way, as its operator would: settings, files dropped, training asked for, answers tried.</summary>
internal sealed class ShopSetup(IServiceProvider services, Uri url, RunOptions options, SetupConsole console)
{
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();

    /// <summary>Ends when a generation of the shop serves.</summary>
    /// <exception cref="SetupException">A step failed for good.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SaveSettingsAsync(cancellationToken);
        var before = await services.GetRequiredService<IntakeSummary>().ReadAsync(options.Shop, cancellationToken);
        var start = services.GetRequiredService<TimeProvider>().GetTimestamp();
        var dropped = await new FileDrop(_blobs, console).DropAsync(Files(), cancellationToken);
        await new IntakeStep(services, options.Shop, console).WaitAsync(dropped, before, start, cancellationToken);
        await new TrainingStep(services, url, options.Shop, console).RunAsync(cancellationToken);
    }

    /// <summary>Prints what to try, and writes the ready file.</summary>
    public async Task WelcomeAsync(CancellationToken cancellationToken)
    {
        var keys = await LocalKeys.GetAsync(services, options.Shop, cancellationToken);
        var welcome = new Welcome(services, url, options.Shop, keys, console);
        var generation = await welcome.PrintAsync(cancellationToken);
        if (options.ReadyFile is { } path)
        {
            // Moved into place, so that whoever waits for the file never reads half of it.
            var ready = new ReadyFile(url, options.Shop.Value, keys.Read, keys.Admin, generation);
            await File.WriteAllTextAsync($"{path}.part", JsonSerializer.Serialize(ready, ReadyFileJson.Default.ReadyFile), cancellationToken);
            File.Move($"{path}.part", path, overwrite: true);
        }
    }

    private async Task SaveSettingsAsync(CancellationToken cancellationToken)
    {
        var directory = services.GetRequiredService<ShopDirectory>();
        var settings = await directory.GetSettingsAsync(options.Shop, cancellationToken);
        if (options.Events is not null && !string.Equals(settings.EventMap, options.Map, StringComparison.Ordinal))
        {
            settings = settings with { EventMap = options.Map };
        }

        await directory.SaveSettingsAsync(options.Shop, settings, cancellationToken);
    }

    private IEnumerable<DroppedFile> Files() => options.Events is null ? DemoFiles.Make(options) : ShopFiles.Find(options);
}

using BundleFunctions.Associations;
using BundleFunctions.Audiences;
using BundleFunctions.Hosting;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli;

/// <summary>Runs a command's work and turns what can go wrong into a message and an exit code.</summary>
internal sealed class CommandRunner(TextWriter output, TextWriter error)
{
    public ConsoleLines Lines { get; } = new(output, TimeProvider.System);

    /// <summary>Runs work that needs the stores.</summary>
    /// <param name="data">Directory of embedded stores; null where the environment says which stores are used.</param>
    public Task<int> RunAsync(
        DirectoryInfo? data, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                await using var services = new ServiceCollection().AddLogging().AddBundleFunctions(Configuration(data)).BuildServiceProvider();
                return await work(services, token);
            },
            cancellationToken);

    /// <summary>Runs work that needs no store.</summary>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped. Nothing half-done counts; run the same command again to go on.");
            return ExitCodes.Stopped;
        }
        catch (Exception e) when (e is SettingException or InvalidMapException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCodes.WrongUse;
        }
        catch (Exception e) when (e is StoreException or TrainingJobException or InvalidModelException or InvalidShopSettingsException or NoUsableModelException or NoAudienceException
            or DivergedException or UntrainedException
            or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCodes.Failed;
        }
    }

    /// <summary>The environment's settings, for the stores of a directory where one is given.</summary>
    public static IConfigurationRoot Configuration(DirectoryInfo? data)
    {
        var builder = new ConfigurationBuilder().AddEnvironmentVariables();
        if (data is not null)
        {
            builder.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Stores:Directory"] = data.FullName,
                ["Stores:Blobs"] = nameof(BlobStoreKind.Folder),
                ["Stores:Documents"] = nameof(DocumentStoreKind.Sqlite),
            });
        }

        return builder.Build();
    }
}

using System.Diagnostics;
using System.Net.Sockets;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>The Azurite blob emulator: the one that already answers on its usual port, or one of our own that ends with us.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private const int Port = 10000;

    private readonly Process? _process;

    private AzuriteProcess(Process? process) => _process = process;

    /// <summary>The emulator's well-known connection string.</summary>
    public string ConnectionString => "UseDevelopmentStorage=true";

    /// <exception cref="SetupException">None answers and none could be started.</exception>
    public static async Task<AzuriteProcess> StartAsync(RunOptions options, SetupConsole console)
    {
        if (await AnswersAsync())
        {
            console.Step($"Azurite answers on port {Port}.");
            return new AzuriteProcess(process: null);
        }

        var executable = Executable() ?? throw new SetupException(
            "--azurite: none answers on port 10000 and none is installed. Run 'npm ci --prefix eng/azurite --ignore-scripts' first.");
        var location = Path.Combine(options.Data ?? Path.GetFullPath(".bundles"), "azurite");
        Directory.CreateDirectory(location);
        var start = new ProcessStartInfo(executable) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--silent", "--location", location, "--blobHost", "127.0.0.1", "--disableTelemetry", "--skipApiVersionCheck"])
        {
            start.ArgumentList.Add(argument);
        }

        var azurite = new AzuriteProcess(Process.Start(start));
        for (var tries = 0; tries < 200 && azurite._process is { HasExited: false }; tries++)
        {
            if (await AnswersAsync())
            {
                console.Step($"Started Azurite on port {Port}.");
                return azurite;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        await azurite.DisposeAsync();
        throw new SetupException($"--azurite: {executable} did not answer on port {Port} within 20 seconds.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private static string? Executable()
    {
        var name = OperatingSystem.IsWindows() ? "azurite-blob.cmd" : "azurite-blob";
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, "eng", "azurite", "node_modules", ".bin", name);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using System.Diagnostics;

namespace BundleFunctions.Testing;

/// <summary>A running Azurite blob service on a free port, with a folder of its own. It ends with this object, or with this process.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Listens = "successfully listens on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private AzuriteProcess(Process process, DirectoryInfo data, Uri address) => (_process, _data, Address) = (process, data, address);

    /// <summary>The blob service, without the account's name.</summary>
    public Uri Address { get; }

    /// <summary>A connection string with Azurite's well-known account and key.</summary>
    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint={Address}devstoreaccount1;";

    /// <summary>Whether <c>npm ci</c> has been run in <c>eng/azurite</c>.</summary>
    public static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "azurite"));

    /// <summary>Starts Azurite and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, ended, or did not listen within a minute; the message holds its output.</exception>
    public static async Task<AzuriteProcess> StartAsync()
    {
        if (!IsInstalled)
        {
            throw new InvalidOperationException("Azurite is required but not installed: run 'npm ci --prefix eng/azurite --ignore-scripts'.");
        }

        var data = Directory.CreateTempSubdirectory("bundles-azurite-");
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
            ["serve.mjs", "--silent", "--location", data.FullName, "--blobHost", "127.0.0.1", "--blobPort", "0", "--disableTelemetry", "--skipApiVersionCheck"])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        return new AzuriteProcess(process, data, await ListeningAsync(process));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static string Folder => Path.Combine(RepositoryRoot.Find(), "eng", "azurite");

    // With port 0 the system chooses a free one; Azurite prints which.
    private static async Task<Uri> ListeningAsync(Process process)
    {
        var said = new List<string>();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (said)
            {
                said.Add(line);
            }

            if (line.IndexOf(Listens, StringComparison.Ordinal) is var at and >= 0)
            {
                address.TrySetResult(new Uri(line[(at + Listens.Length)..].Trim() + "/"));
            }
        }

        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(address.Task, process.WaitForExitAsync(), Task.Delay(Patience)) == address.Task)
        {
            return await address.Task;
        }

        process.Kill(entireProcessTree: true);
        lock (said)
        {
            throw new InvalidOperationException($"Azurite did not start within {Patience.TotalSeconds:0} s. It said: {string.Join('\n', said)}");
        }
    }
}

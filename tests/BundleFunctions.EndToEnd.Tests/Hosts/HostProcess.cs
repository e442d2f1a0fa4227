using System.Diagnostics;
using System.Text.Json;

namespace BundleFunctions.EndToEnd.Tests.Hosts;

/// <summary>The local host as its users start it: a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;
    private readonly string _readyFile;
    private readonly List<string> _output = [];

    private HostProcess(Process process, string readyFile)
    {
        _process = process;
        _readyFile = readyFile;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts the host on a free port.</summary>
    /// <param name="directory">Its data directory.</param>
    /// <param name="arguments">Further arguments, as behind <c>./run</c>.</param>
    /// <param name="environment">Further settings, such as another store.</param>
    public static HostProcess Start(string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var readyFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Assembly, "--data", directory, "--port", "0", "--ready-file", readyFile, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new HostProcess(new Process { StartInfo = start }, readyFile);
    }

    /// <summary>Everything the host printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>Waits until the host serves; fails with its output when it ends or takes too long.</summary>
    public async Task<HostReady> WaitUntilReadyAsync(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (!File.Exists(_readyFile))
        {
            if (_process.HasExited || clock.Elapsed > limit)
            {
                throw new InvalidOperationException(
                    $"The host {(_process.HasExited ? $"ended with {_process.ExitCode}" : "is not ready")} after {clock.Elapsed.TotalSeconds:F0} s:\n{Output}");
            }

            await Task.Delay(50);
        }

        return JsonSerializer.Deserialize<HostReady>(await File.ReadAllTextAsync(_readyFile), Json)!;
    }

    /// <summary>SIGKILL: nothing of it gets a chance to clean up. The training job, if one runs, is left alone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        File.Delete(_readyFile);
    }

    /// <summary>The host beside the tests, built in the same configuration.</summary>
    private static string Assembly
    {
        get
        {
            var mine = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(mine.Parent!.Parent!.FullName, "BundleFunctions.LocalHost", mine.Name, "BundleFunctions.LocalHost.dll");
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }
        }
    }
}

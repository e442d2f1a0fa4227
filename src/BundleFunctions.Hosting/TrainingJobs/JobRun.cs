using System.Diagnostics;
using BundleFunctions.Ports;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>A started child process with its output.</summary>
internal sealed class JobRun : IDisposable
{
    private readonly Process _process;

    private JobRun(Process process, LogTail log)
    {
        (_process, Log) = (process, log);
        Identity = JobProcess.Of(process);
    }

    public JobProcess Identity { get; }

    public LogTail Log { get; }

    /// <summary>Valid once <see cref="WaitAsync"/> has returned.</summary>
    public int ExitCode => _process.ExitCode;

    public static JobRun Start(TrainingJobRequest request, TrainingJobOptions options)
    {
        var start = new ProcessStartInfo(options.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in options.Arguments)
        {
            start.ArgumentList.Add(argument
                .Replace("{shop}", request.Shop.Value, StringComparison.Ordinal)
                .Replace("{tick}", request.Tick, StringComparison.Ordinal));
        }

        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        var log = new LogTail(options.LogLines);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new JobRun(process, log);
    }

    /// <summary>Waits until the process has ended and all its output was read.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks the process to stop by closing its input; kills it with its children where it does not in time.</summary>
    public async Task StopAsync(TimeSpan grace, TimeProvider clock)
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has closed its end already.
        }

        using var patience = new CancellationTokenSource(grace, clock);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _process.Dispose();
}

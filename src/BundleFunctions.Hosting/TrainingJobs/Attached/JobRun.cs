using System.Diagnostics;

namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>A started child process with its output.</summary>
internal sealed class JobRun : IDisposable
{
    private readonly Process _process;
    private readonly JobCommand _command;

    private JobRun(Process process, LogTail log, JobCommand command)
    {
        (_process, Log, _command) = (process, log, command);
        Identity = JobProcess.Of(process);
    }

    public JobProcess Identity { get; }

    public LogTail Log { get; }

    /// <summary>Valid once <see cref="WaitAsync"/> has returned.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program.</param>
    /// <param name="logLines">Last lines of its output that are kept.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it may not be run.</exception>
    public static JobRun Start(JobCommand command, int logLines)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var log = new LogTail(logLines);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new JobRun(process, log, command);
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
            await KillAsync();
        }
    }

    // What the program started elsewhere does not die with it: a container lives on when its command line is killed.
    private async Task KillAsync()
    {
        if (_command.Kill is { } kill)
        {
            await JobCommandRunner.TryRunAsync(kill, CancellationToken.None);
        }

        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose() => _process.Dispose();
}

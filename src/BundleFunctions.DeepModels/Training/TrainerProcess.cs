using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Training;

/// <summary>Runs the trainer as a child process.</summary>
/// <param name="place">Where it is; nothing missing.</param>
internal sealed class TrainerProcess(TrainerPlace place)
{
    private const int BadInput = 2;
    private const int Diverged = 3;
    private const int TailLines = 20;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <param name="arguments">What follows the package's name.</param>
    /// <param name="threads">Threads that its libraries may use.</param>
    /// <param name="told">Hears of progress, on another thread.</param>
    /// <exception cref="DeepTrainingException">It could not be started, refused its input, or failed; the message ends with what it wrote last to
    /// standard error.</exception>
    /// <exception cref="DivergedException">What it learned came to numbers that are not finite.</exception>
    public void Run(IReadOnlyList<string> arguments, int threads, Action<TrainerProgress> told, CancellationToken cancellationToken)
    {
        using var process = Start(arguments, threads);
        var errors = new Queue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && TrainerProgress.TryRead(text) is { } progress)
            {
                told(progress);
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                lock (errors)
                {
                    errors.Enqueue(text);
                    if (errors.Count > TailLines)
                    {
                        errors.Dequeue();
                    }
                }
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!process.WaitForExit(Poll))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            // Once more without a limit: only then have both streams been read to their ends.
            process.WaitForExit();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }

        if (process.ExitCode != 0)
        {
            var tail = string.Join('\n', errors);
            throw process.ExitCode switch
            {
                Diverged => new DivergedException($"The trainer could not come to a model: {tail}"),
                BadInput => new DeepTrainingException($"The trainer refused its input: {tail}") { IsFinal = true },
                _ => new DeepTrainingException(string.Create(CultureInfo.InvariantCulture, $"The trainer ended with exit code {process.ExitCode}: {tail}")),
            };
        }
    }

    private Process Start(IReadOnlyList<string> arguments, int threads)
    {
        var start = new ProcessStartInfo(place.Python!, ["-m", "bundles_trainer", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = place.Folder!,
        };

        // Threads that wait by spinning cost a factor of two to ten where cores are few.
        var count = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";
        start.Environment["OMP_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_NUM_THREADS"] = count;
        start.Environment["MKL_NUM_THREADS"] = count;
        start.Environment["PYTHONPATH"] = place.Folder!;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONHASHSEED"] = "0";
        try
        {
            return Process.Start(start) ?? throw new DeepTrainingException($"'{place.Python}' could not be started.");
        }
        catch (Win32Exception e)
        {
            throw new DeepTrainingException($"'{place.Python}' could not be started: {e.Message}", e);
        }
    }
}

using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace BundleFunctions.DeepModels.Training;

/// <summary>Where the trainer is: an interpreter that has PyTorch, and the package.</summary>
/// <param name="Python">The interpreter; null where there is none.</param>
/// <param name="Folder">What holds <c>bundles_trainer</c>; null where it was not found.</param>
public sealed record TrainerPlace(string? Python, string? Folder)
{
    private const string Package = "bundles_trainer";

    private static readonly ConcurrentDictionary<string, bool> Probed = new(StringComparer.Ordinal);

    /// <summary>What is missing, in words; null where models can be trained.</summary>
    public string? Missing =>
        Folder is null ? $"The package {Package} was not found beside the program or above it; set Training:Trainer to the folder that holds it."
        : Python is null ? "No python3 with PyTorch and NumPy was found; install python3-torch, or set Training:Python to an interpreter that has them."
        : null;

    /// <summary>Looks for both. Starting an interpreter takes a second or two; it is done once a process.</summary>
    public static TrainerPlace Find(DeepOptions options)
    {
        string[] pythons = options.Python is { } given ? [given] : ["python3", "/usr/bin/python3"];
        return new TrainerPlace(
            Array.Find(pythons, python => Probed.GetOrAdd(python, HasTorch)), options.Trainer is { } folder ? Checked(folder) : Above(AppContext.BaseDirectory));
    }

    private static string? Checked(string folder) => File.Exists(Path.Combine(folder, Package, "__main__.py")) ? Path.GetFullPath(folder) : null;

    private static string? Above(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (Checked(Path.Combine(folder.FullName, "trainer")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool HasTorch(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import importlib.util as u, sys; sys.exit(not (u.find_spec('torch') and u.find_spec('numpy')))"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

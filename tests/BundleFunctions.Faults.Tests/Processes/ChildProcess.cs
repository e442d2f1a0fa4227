using System.Diagnostics;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>Starts this assembly as a program.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a child to its end; gives its exit code and what it said. A launcher, where given, stands before it.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(
        string[] arguments, IReadOnlyDictionary<string, string>? environment = null, string[]? launcher = null)
    {
        string[] line = [.. launcher ?? [], Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            typeof(ChildProcess).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(line[0]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in line.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        // A short life is mostly compiling: the quickest way is enough.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_QuickJitForLoops"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using var child = Process.Start(start) ?? throw new InvalidOperationException($"{line[0]} could not be started.");
        var said = child.StandardOutput.ReadToEndAsync();
        var complained = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, await said + await complained);
    }
}

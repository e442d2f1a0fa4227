using System.Diagnostics;

namespace BundleFunctions.Storage.Tests;

/// <summary>Starts this assembly as a program.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a child that runs the arguments; a launcher, where given, stands before them.</summary>
    public static Process Start(string[] arguments, params string[] launcher)
    {
        string[] line = [.. launcher, Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            typeof(ChildProcess).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(line[0]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in line.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{line[0]} could not be started.");
    }

    /// <summary>Runs children at once until all have ended; gives their exit codes.</summary>
    public static async Task<int[]> RunAsync(params string[][] children) => await Task.WhenAll(children.Select(async arguments =>
    {
        using var child = Start(arguments);
        await child.WaitForExitAsync();
        return child.ExitCode;
    }));
}

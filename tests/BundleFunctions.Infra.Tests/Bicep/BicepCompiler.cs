using System.Diagnostics;
using BundleFunctions.Testing;

namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>Microsoft's own compiler, where <c>eng/setup-bicep</c> finds or fetches it.</summary>
internal static class BicepCompiler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Its path; null where it cannot be had.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Runs it.</summary>
    /// <returns>Its exit code, and the diagnostics that it wrote.</returns>
    public static (int Code, string Diagnostics) Run(params string[] arguments)
    {
        var (code, _, diagnostics) = Start(Path ?? throw new InvalidOperationException("There is no compiler here."), arguments);
        return (code, diagnostics);
    }

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var (code, path, _) = Start("bash", [System.IO.Path.Combine(RepositoryRoot.Find(), "eng", "setup-bicep")]);
        return code == 0 && File.Exists(path.Trim()) ? path.Trim() : null;
    }

    private static (int Code, string Output, string Error) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Find(),
        };

        // The compiler needs no cultures, and many containers have none.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Patience}.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}

using System.Diagnostics;

namespace BundleFunctions.Testing;

/// <summary>A Chromium without a window.</summary>
public static class Chromium
{
    /// <summary>The browser: what CHROMIUM names, or Debian's.</summary>
    public static string Executable { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Opens a page and gives back its document as it stands once it is loaded.</summary>
    /// <param name="page">A file.</param>
    /// <param name="folder">For the browser's own files.</param>
    /// <param name="width">Of the window, in pixels.</param>
    public static string Document(string page, string folder, int width) => Run(folder, width, 800, "--dump-dom", $"file://{page}").Output;

    /// <summary>Opens a page and takes a picture of it.</summary>
    /// <param name="page">A file.</param>
    /// <param name="folder">For the browser's own files.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="height">Of the window, in pixels.</param>
    /// <param name="picture">Where the PNG goes.</param>
    /// <returns>The lines that the page wrote to the console, complaints of the browser about the page among them.</returns>
    public static IReadOnlyList<string> Photograph(string page, string folder, int width, int height, string picture)
    {
        var (_, error) = Run(folder, width, height, $"--screenshot={picture}", "--enable-logging=stderr", "--log-level=0", $"file://{page}");
        return [.. error.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))];
    }

    private static (string Output, string Error) Run(string folder, int width, int height, params string[] arguments)
    {
        string[] common =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", "--force-device-scale-factor=1", FormattableString.Invariant($"--window-size={width},{height}"), $"--user-data-dir={Path.Combine(folder, "profile")}",
        ];
        using var process = Process.Start(new ProcessStartInfo(Executable, [.. common, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? (output.Result, error.Result)
            : throw new InvalidOperationException($"{Executable} ended with {process.ExitCode}: {error.Result}");
    }
}

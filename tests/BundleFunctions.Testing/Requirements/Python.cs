using System.ComponentModel;
using System.Diagnostics;

namespace BundleFunctions.Testing;

/// <summary>Python with scikit-learn, as an independent reference: the interpreter that PYTHON names, or python3, or Debian's own.</summary>
public static class Python
{
    private static readonly Lazy<string?> Interpreter = new(() => new[] { Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3" }
        .FirstOrDefault(command => command is not null && Start(command, "import numpy, scipy, sklearn", string.Empty).ExitCode == 0));

    /// <summary>Whether an interpreter with NumPy, SciPy and scikit-learn was found.</summary>
    public static bool IsThere => Interpreter.Value is not null;

    /// <summary>Runs a script.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote to standard error.</exception>
    public static string Run(string script, string input)
    {
        var (exitCode, output, error) = Start(Interpreter.Value ?? throw new InvalidOperationException("No Python with scikit-learn is there."), script, input);
        return exitCode == 0 ? output : throw new InvalidOperationException($"Python ended with {exitCode}: {error}");
    }

    private static (int ExitCode, string Output, string Error) Start(string command, string script, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, ["-c", script])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            try
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended without reading; the exit code says why.
            }

            process.WaitForExit();
            return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (Win32Exception e)
        {
            return (-1, string.Empty, e.Message);
        }
    }
}

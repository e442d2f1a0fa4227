using System.Diagnostics;
using System.Text.Json;

namespace BundleFunctions.Testing;

/// <summary>DuckDB as an independent oracle over files: an engine of somebody else's that counts what ours should have counted.</summary>
public static class DuckDb
{
    private static string Folder => Path.Combine(RepositoryRoot.Find(), "eng", "duckdb");

    /// <summary>Whether <c>npm ci</c> has been run in <c>eng/duckdb</c>.</summary>
    public static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "@duckdb", "node-api"));

    /// <summary>Whether a missing DuckDB is a failure: where <c>CI</c> or <c>BUNDLES_REQUIRE_DUCKDB</c> is <c>true</c>.</summary>
    public static bool IsRequired => RequiredTools.Contains("BUNDLES_REQUIRE_DUCKDB");

    /// <summary>Runs statements on one thread of a database of its own in memory.</summary>
    /// <param name="sql">Statements, parted by semicolons. Files are named by whole paths.</param>
    /// <returns>The last one's rows, a JSON object each; 64-bit integers and decimals are texts, as JSON's numbers could not hold them.</returns>
    /// <exception cref="InvalidOperationException">It failed, or is not installed; the message says why.</exception>
    public static async Task<IReadOnlyList<JsonElement>> QueryAsync(string sql)
    {
        if (!IsInstalled)
        {
            throw new InvalidOperationException("DuckDB is required but not installed: run 'npm ci --prefix eng/duckdb --ignore-scripts'.");
        }

        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "query.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(sql);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"DuckDB ended with {process.ExitCode}: {await error}");
        }

        using var rows = JsonDocument.Parse(await output);
        return [.. rows.RootElement.EnumerateArray().Select(row => row.Clone())];
    }
}

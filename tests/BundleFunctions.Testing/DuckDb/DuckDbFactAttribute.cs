using Xunit;

namespace BundleFunctions.Testing;

/// <summary>A fact that compares with DuckDB; reported as skipped where it is neither installed nor required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute()
    {
        if (!DuckDb.IsInstalled && !DuckDb.IsRequired)
        {
            Skip = "DuckDB is not installed: run 'npm ci --prefix eng/duckdb --ignore-scripts'.";
        }
    }
}

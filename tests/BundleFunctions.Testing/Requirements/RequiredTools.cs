namespace BundleFunctions.Testing;

/// <summary>Which tools tests may not do without: all of them where <c>CI</c> is <c>true</c>, else those whose own variable is.</summary>
public static class RequiredTools
{
    /// <summary>Whether a missing tool is a failure rather than a skipped test.</summary>
    /// <param name="variable">The tool's own environment variable, <c>BUNDLES_REQUIRE_...</c>.</param>
    public static bool Contains(string variable) => IsTrue("CI") || IsTrue(variable);

    private static bool IsTrue(string variable) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), "true", StringComparison.OrdinalIgnoreCase);
}

using BundleFunctions.Testing;

namespace BundleFunctions.EndToEnd.Tests.Samples;

/// <summary>On a test class: a Chromium, and the sample page's compiler.</summary>
public sealed class RequiresBrowserAttribute : RequirementAttribute
{
    /// <summary>The browser: what CHROMIUM names, or Debian's.</summary>
    public static string Browser { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Where <c>npm ci</c> puts the compiler.</summary>
    public static string Compiler { get; } = Path.Combine(RepositoryRoot.Find(), "samples/product-page/node_modules/typescript/bin/tsc");

    /// <inheritdoc/>
    public override string? SkipReason =>
        string.Equals(Environment.GetEnvironmentVariable("BUNDLES_REQUIRE_BROWSER"), "true", StringComparison.OrdinalIgnoreCase) ? null
        : !File.Exists(Browser) ? $"There is no {Browser}: run 'apt-get install chromium', or name one in CHROMIUM."
        : !File.Exists(Compiler) ? "The sample page's compiler is not installed: run 'npm ci --prefix samples/product-page --ignore-scripts'."
        : null;
}

namespace BundleFunctions.Testing;

/// <summary>On a test class: a Chromium. A failure where there is none and <c>BUNDLES_REQUIRE_BROWSER</c> is <c>true</c>.</summary>
public sealed class RequiresChromiumAttribute : RequirementAttribute
{
    /// <inheritdoc/>
    public override string? SkipReason =>
        string.Equals(Environment.GetEnvironmentVariable("BUNDLES_REQUIRE_BROWSER"), "true", StringComparison.OrdinalIgnoreCase) || File.Exists(Chromium.Executable)
            ? null
            : $"There is no {Chromium.Executable}: run 'apt-get install chromium', or name one in CHROMIUM.";
}

namespace BundleFunctions.Testing;

/// <summary>On a test class: its <see cref="ContractFactAttribute"/> tests need Azurite.</summary>
public sealed class RequiresAzuriteAttribute : RequirementAttribute
{
    /// <inheritdoc/>
    public override string? SkipReason => AzuriteProcess.IsInstalled || IsRequired
        ? null
        : "Azurite is not installed: run 'npm ci --prefix eng/azurite --ignore-scripts'.";

    /// <summary>Whether a missing emulator is a failure: where <c>CI</c> or <c>BUNDLES_REQUIRE_AZURITE</c> is <c>true</c>.</summary>
    public static bool IsRequired => RequiredTools.Contains("BUNDLES_REQUIRE_AZURITE");
}

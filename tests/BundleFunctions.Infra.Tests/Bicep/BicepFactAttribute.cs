namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A fact that asks the Bicep compiler; reported as skipped where it cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (BicepCompiler.Path is null)
        {
            Skip = "The Bicep compiler cannot be had here (eng/setup-bicep).";
        }
    }
}

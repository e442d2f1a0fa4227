using Xunit;

namespace BundleFunctions.Testing;

/// <summary>A fact about real data; reported as skipped where the data set is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute(string folder)
    {
        if (!Directory.Exists(RealData.Folder(folder)))
        {
            Skip = $"{folder} is not there: set BUNDLES_DATA to the folder that holds it.";
        }
    }
}

namespace BundleFunctions.Training.Tests.Data;

/// <summary>A fact about real data that the repository does not carry; skipped where the data is absent.</summary>
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

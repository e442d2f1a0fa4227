namespace BundleFunctions.EndToEnd.Tests.OnlineRetail;

/// <summary>A test that needs the Online Retail files: skipped, and saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RetailFactAttribute : FactAttribute
{
    public RetailFactAttribute()
    {
        if (!Directory.Exists(RetailFact.Folder))
        {
            Skip = $"{RetailFact.Folder} is absent; set BUNDLES_DATA to the folder of the real data sets.";
        }
    }
}

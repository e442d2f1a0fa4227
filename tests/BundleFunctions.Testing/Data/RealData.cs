namespace BundleFunctions.Testing;

/// <summary>Finds real data that the repository does not carry: environment variable BUNDLES_DATA, or ../shared/data beside the checkout.</summary>
public static class RealData
{
    /// <summary>The folder of one data set, whether it is there or not.</summary>
    public static string Folder(string name) =>
        Path.Combine(Environment.GetEnvironmentVariable("BUNDLES_DATA") ?? Path.Combine(RepositoryRoot.Find(), "..", "shared", "data"), name);
}

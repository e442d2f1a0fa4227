namespace BundleFunctions.Training.Tests.Data;

/// <summary>Finds real data: environment variable BUNDLES_DATA, or ../shared/data beside the checkout.</summary>
internal static class RealData
{
    public static string Folder(string name) =>
        Path.Combine(Environment.GetEnvironmentVariable("BUNDLES_DATA") ?? Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "data"), name);

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "BundleFunctions.sln")) ? directory : Root(Path.GetDirectoryName(directory)!);
}

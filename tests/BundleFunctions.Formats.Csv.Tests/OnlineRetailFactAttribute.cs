namespace BundleFunctions.Formats.Csv.Tests;

/// <summary>A fact about the UCI Online Retail files, which the repository does not carry; skipped where they are absent.</summary>
public sealed class OnlineRetailFactAttribute : FactAttribute
{
    public OnlineRetailFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = "online-retail is not there: set BUNDLES_DATA to the folder that holds it.";
        }
    }

    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("BUNDLES_DATA") ?? Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "data"), "online-retail");

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "BundleFunctions.sln")) ? directory : Root(Path.GetDirectoryName(directory)!);
}

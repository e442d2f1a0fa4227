namespace BundleFunctions.Testing;

/// <summary>Finds the checkout that the tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds <c>BundleFunctions.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run below a checkout.</exception>
    public static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "BundleFunctions.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds BundleFunctions.sln.");
    }
}

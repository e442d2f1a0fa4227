namespace BundleFunctions.DeepModels.Tests.Training;

/// <summary>A package <c>bundles_trainer</c> that does what a test says instead of training.</summary>
internal sealed class FakeTrainer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fake-trainer-");

    /// <param name="body">Python; <c>arg(name)</c> gives an option of the command line.</param>
    public FakeTrainer(string body)
    {
        var package = _folder.CreateSubdirectory("bundles_trainer");
        File.WriteAllText(Path.Combine(package.FullName, "__init__.py"), string.Empty);
        File.WriteAllText(
            Path.Combine(package.FullName, "__main__.py"),
            $"import os, sys, time\ndef arg(name): return sys.argv[sys.argv.index(name) + 1]\nhere = {Quote(_folder.FullName)}\n{body}\n");
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Quote(string path) => $"r'{path}'";
}

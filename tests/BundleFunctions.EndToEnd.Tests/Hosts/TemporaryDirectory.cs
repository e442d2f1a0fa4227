namespace BundleFunctions.EndToEnd.Tests.Hosts;

/// <summary>A data directory that goes with its test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bundles-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

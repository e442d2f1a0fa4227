using BundleFunctions.Ports;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

public sealed class SqliteDocumentStoreContractTests : DocumentStoreContract, IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-documents-");
    private readonly ManualClock _clock = new();
    private readonly List<SqliteDocumentStore> _opened = [];

    public SqliteDocumentStoreContractTests() => Store = OpenAgain();

    protected override IDocumentStore Store { get; }

    protected override IDocumentStore OpenAgain()
    {
        var store = new SqliteDocumentStore(Path.Combine(_root.FullName, "documents.db"), _clock);
        lock (_opened)
        {
            _opened.Add(store);
        }

        return store;
    }

    protected override Task PassTimeAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _opened.ForEach(store => store.Dispose());
        _root.Delete(recursive: true);
    }
}

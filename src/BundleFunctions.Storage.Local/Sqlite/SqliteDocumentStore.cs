using BundleFunctions.Ports;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.Storage.Local;

/// <summary>Documents in one SQLite file, which several processes may share.</summary>
/// <remarks>
/// Write-ahead log, so readers never wait for a writer, each on a connection of its own with its statement prepared. Synchronous is FULL,
/// not NORMAL: API keys and the pointer lie here beside what could be rebuilt, and must outlive a power cut once answered; as writes come in
/// transactions of 500 documents, that is one sync for each 500. ETags are numbers from one counter of the file, one for each transaction.
/// A document whose time has run out is not given, and is removed by a later write.
/// </remarks>
public sealed class SqliteDocumentStore : IDocumentStore, IDisposable
{
    private const int TransactionSize = 500;
    private readonly SqliteFile _file;
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;
    private readonly TimeProvider _clock;

    /// <summary>Opens nothing yet: the file and its folder are created by the first call.</summary>
    /// <param name="file">The database file; its log lies beside it. Not on a network share: SQLite's log needs shared memory.</param>
    /// <param name="clock">By which time to live is counted.</param>
    public SqliteDocumentStore(string file, TimeProvider clock)
    {
        _clock = clock;
        _file = new SqliteFile(Path.GetFullPath(file));
        _readers = new SqliteReaders(_file);
        _writer = new SqliteWriter(_file, clock);
    }

    /// <inheritdoc/>
    public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(key);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // A point read costs some 15 microseconds of a core, no more than handing it to another thread would.
            return Task.FromResult(_readers.Read(key, _clock.GetUtcNow()));
        }
        catch (SqliteException failure)
        {
            throw SqliteFile.Wrap(failure, $"Reading {key}");
        }
    }

    /// <inheritdoc/>
    public async Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            DocumentKey.ThrowIfInvalid(document.Key);
        }

        foreach (var part in documents.Chunk(TransactionSize))
        {
            await _writer.RunAsync($"Writing {part.Length} documents", transaction =>
            {
                foreach (var document in part)
                {
                    transaction.Upsert(document);
                }

                return true;
            }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(document.Key);
        return _writer.RunAsync($"Swapping {document.Key}", transaction =>
        {
            if (!string.Equals(transaction.FindETag(document.Key), expectedETag, StringComparison.Ordinal))
            {
                return null;
            }

            transaction.Upsert(document);
            return transaction.ETag;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            DocumentKey.ThrowIfInvalid(key);
        }

        foreach (var part in keys.Chunk(TransactionSize))
        {
            await _writer.RunAsync($"Deleting {part.Length} documents", transaction =>
            {
                foreach (var key in part)
                {
                    transaction.Delete(key);
                }

                return true;
            }, cancellationToken);
        }
    }

    /// <summary>Closes the connections that are not in use.</summary>
    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
    }
}

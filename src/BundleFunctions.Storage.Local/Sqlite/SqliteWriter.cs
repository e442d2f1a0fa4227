using BundleFunctions.Ports;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.Storage.Local;

/// <summary>The process's one writing connection. SQLite lets one writer in at a time: those of this process queue here, without
/// polling; those of others wait by its busy time-out.</summary>
internal sealed class SqliteWriter(SqliteFile file, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection? _connection;
    private DateTimeOffset _sweptAt;

    /// <summary>Runs one write transaction; it is undone where the work throws.</summary>
    /// <exception cref="StoreException">SQLite failed.</exception>
    public async Task<T> RunAsync<T>(string action, Func<SqliteWriteTransaction, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Waiting for another process's writer blocks: not on the caller's thread.
            return await Task.Run(() => Run(work), cancellationToken);
        }
        catch (SqliteException failure)
        {
            throw SqliteFile.Wrap(failure, action);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection?.Dispose();

    private T Run<T>(Func<SqliteWriteTransaction, T> work)
    {
        _connection ??= file.Open();
        var now = clock.GetUtcNow();
        using var transaction = new SqliteWriteTransaction(_connection, now);
        var result = work(transaction);
        if (now - _sweptAt >= BetweenSweeps)
        {
            transaction.Sweep();
            _sweptAt = now;
        }

        transaction.Commit();
        return result;
    }
}

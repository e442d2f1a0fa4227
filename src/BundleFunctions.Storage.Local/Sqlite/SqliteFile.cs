using BundleFunctions.Ports;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.Storage.Local;

/// <summary>The database file: how it is opened, and its one table.</summary>
internal sealed class SqliteFile(string file)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int OutOfMemory = 7;
    private const int Protocol = 15;

    private const string Schema =
        """
        CREATE TABLE IF NOT EXISTS documents(
            partition TEXT NOT NULL, id TEXT NOT NULL, etag INTEGER NOT NULL, expires INTEGER, body BLOB NOT NULL,
            PRIMARY KEY(partition, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS documents_by_expiry ON documents(expires) WHERE expires IS NOT NULL;
        CREATE TABLE IF NOT EXISTS counter(etag INTEGER NOT NULL);
        INSERT INTO counter SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM counter);
        """;

    private readonly Lock _gate = new();
    private bool _ready;

    /// <summary>Opens a connection; the first one creates what is missing.</summary>
    public SqliteConnection Open()
    {
        Prepare();
        return Connect();
    }

    /// <summary>SQLite's failure as the port's exception.</summary>
    public static StoreException Wrap(SqliteException failure, string action) => new(
        $"{action}: {failure.Message}", failure.SqliteErrorCode is Busy or Locked or OutOfMemory or Protocol, failure);

    private void Prepare()
    {
        lock (_gate)
        {
            if (_ready)
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var connection = Connect();
            // A row of an index-organised table stays on its page up to a quarter of the page: documents of 1 to 2 KB do.
            Execute(connection, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;");
            using var transaction = connection.BeginTransaction(deferred: false);
            Execute(connection, Schema, transaction);
            transaction.Commit();
            _ready = true;
        }
    }

    private SqliteConnection Connect()
    {
        // Our own pools keep connections with their statements prepared, which the provider's pool would not.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            // No mmap: every connection would map the file anew, and a host with a large shop would count gigabytes.
            Execute(connection, "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string text, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}

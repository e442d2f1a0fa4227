using System.Collections.Concurrent;
using System.Globalization;
using BundleFunctions.Ports;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.Storage.Local;

/// <summary>A pool of connections with the point read prepared: readers do not wait for each other.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private const int MostKept = 32;
    private readonly ConcurrentStack<Reader> _idle = [];
    private int _kept;

    /// <summary>Reads one document; null where there is none or where its time has run out.</summary>
    public StoredDocument? Read(DocumentKey key, DateTimeOffset now)
    {
        var reader = Take() ?? new Reader(file);
        try
        {
            var found = reader.Read(key, now);

            // Counted here: a concurrent collection's own count stops everybody who uses it.
            if (Interlocked.Increment(ref _kept) <= MostKept)
            {
                _idle.Push(reader);
                reader = null;
            }
            else
            {
                Interlocked.Decrement(ref _kept);
            }

            return found;
        }
        finally
        {
            reader?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (Take() is { } reader)
        {
            reader.Dispose();
        }
    }

    private Reader? Take()
    {
        if (!_idle.TryPop(out var reader))
        {
            return null;
        }

        Interlocked.Decrement(ref _kept);
        return reader;
    }

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _command;

        public Reader(SqliteFile file)
        {
            _connection = file.Open();
            _command = _connection.CreateCommand();
            _command.CommandText =
                "SELECT body, etag FROM documents WHERE partition = $partition AND id = $id AND (expires IS NULL OR expires > $now)";
            _command.Parameters.Add("$partition", SqliteType.Text);
            _command.Parameters.Add("$id", SqliteType.Text);
            _command.Parameters.Add("$now", SqliteType.Integer);
        }

        public StoredDocument? Read(DocumentKey key, DateTimeOffset now)
        {
            _command.Parameters[0].Value = key.Partition;
            _command.Parameters[1].Value = key.Id;
            _command.Parameters[2].Value = now.ToUnixTimeMilliseconds();
            using var row = _command.ExecuteReader();
            return row.Read() ? new StoredDocument(row.GetFieldValue<byte[]>(0), row.GetInt64(1).ToString(CultureInfo.InvariantCulture)) : null;
        }

        public void Dispose()
        {
            _command.Dispose();
            _connection.Dispose();
        }
    }
}

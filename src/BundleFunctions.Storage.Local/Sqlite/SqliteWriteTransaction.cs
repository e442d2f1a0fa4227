using System.Globalization;
using System.Runtime.InteropServices;
using BundleFunctions.Ports;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.Storage.Local;

/// <summary>One write transaction, which holds the file's write lock from its start.</summary>
internal sealed class SqliteWriteTransaction : IDisposable
{
    private const int SweepSize = 2_000;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _upsert;
    private readonly SqliteCommand _delete;
    private readonly DateTimeOffset _now;
    private readonly long _etag;

    public SqliteWriteTransaction(SqliteConnection connection, DateTimeOffset now)
    {
        _now = now;
        _transaction = connection.BeginTransaction(deferred: false);
        using var count = Command("UPDATE counter SET etag = etag + 1 RETURNING etag");
        _etag = (long)count.ExecuteScalar()!;
        _upsert = Command(
            """
            INSERT INTO documents(partition, id, etag, expires, body) VALUES($partition, $id, $etag, $expires, $body)
            ON CONFLICT(partition, id) DO UPDATE SET etag = excluded.etag, expires = excluded.expires, body = excluded.body
            """,
            "$partition", "$id", "$etag", "$expires", "$body");
        _delete = Command("DELETE FROM documents WHERE partition = $partition AND id = $id", "$partition", "$id");
    }

    /// <summary>The ETag of what this transaction writes.</summary>
    public string ETag => _etag.ToString(CultureInfo.InvariantCulture);

    /// <summary>The ETag of the document that is there now; null where there is none, or where its time has run out.</summary>
    public string? FindETag(DocumentKey key)
    {
        using var find = Command(
            "SELECT etag FROM documents WHERE partition = $partition AND id = $id AND (expires IS NULL OR expires > $now)", "$partition", "$id", "$now");
        Bind(find, key);
        find.Parameters[2].Value = _now.ToUnixTimeMilliseconds();
        return find.ExecuteScalar() is long etag ? etag.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Writes a document over what is there.</summary>
    public void Upsert(Document document)
    {
        Bind(_upsert, document.Key);
        _upsert.Parameters[2].Value = _etag;
        _upsert.Parameters[3].Value = document.TimeToLive is { } time ? (_now + time).ToUnixTimeMilliseconds() : DBNull.Value;
        var whole = MemoryMarshal.TryGetArray(document.Body, out var array) && array.Offset == 0 && array.Count == array.Array!.Length;
        _upsert.Parameters[4].Value = whole ? array.Array : document.Body.ToArray();
        _upsert.ExecuteNonQuery();
    }

    /// <summary>Deletes a document, if it is there.</summary>
    public void Delete(DocumentKey key)
    {
        Bind(_delete, key);
        _delete.ExecuteNonQuery();
    }

    /// <summary>Removes some of the documents whose time has run out; the rest waits for the next sweep, so that no write is long held up.</summary>
    public void Sweep()
    {
        using var sweep = Command(
            $"DELETE FROM documents WHERE (partition, id) IN (SELECT partition, id FROM documents WHERE expires <= $now LIMIT {SweepSize})", "$now");
        sweep.Parameters[0].Value = _now.ToUnixTimeMilliseconds();
        sweep.ExecuteNonQuery();
    }

    /// <summary>Makes the writes last; what is not committed is undone.</summary>
    public void Commit() => _transaction.Commit();

    /// <inheritdoc/>
    public void Dispose()
    {
        _upsert.Dispose();
        _delete.Dispose();
        _transaction.Dispose();
    }

    private static void Bind(SqliteCommand command, DocumentKey key)
    {
        command.Parameters[0].Value = key.Partition;
        command.Parameters[1].Value = key.Id;
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<string> parameters)
    {
        var command = _transaction.Connection!.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = text;
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }

        return command;
    }
}

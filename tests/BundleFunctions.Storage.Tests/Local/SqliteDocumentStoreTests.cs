using BundleFunctions.Ports;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.Storage.Tests;

public sealed class SqliteDocumentStoreTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-sqlite-");
    private readonly ManualClock _clock = new();

    private string File => Path.Combine(_root.FullName, "documents.db");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task PutMany_AfterTimesHaveRunOut_RemovesThoseRows()
    {
        using var store = new SqliteDocumentStore(File, _clock);
        await store.PutManyAsync([.. Enumerable.Range(0, 50).Select(i => Document($"brief{i}", TimeSpan.FromMinutes(5))), Document("kept", null)], default);
        Rows().ShouldBe(51);

        _clock.Advance(TimeSpan.FromMinutes(6));
        await store.PutManyAsync([Document("new", null)], default);

        Rows().ShouldBe(2);
    }

    [Fact]
    public async Task Get_WhileAnotherConnectionWrites_DoesNotWait()
    {
        using var store = new SqliteDocumentStore(File, _clock);
        await store.PutManyAsync([Document("a", null)], default);
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);
        Execute(other, "UPDATE documents SET body = x'7b'", transaction);

        var found = await store.GetAsync(new("p|shop", "a"), default);

        found!.Body.ToArray().ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public async Task Get_FileIsNoDatabase_IsAStoreExceptionThatWillNotPass()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5_000));
        using var store = new SqliteDocumentStore(File, _clock);

        (await Should.ThrowAsync<StoreException>(() => store.GetAsync(new("p|shop", "a"), default))).IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Dispose_ThenOpenedAgain_TheDocumentsAreThere()
    {
        string etag;
        using (var store = new SqliteDocumentStore(File, _clock))
        {
            etag = (await store.CompareAndSwapAsync(Document("a", null), null, default))!;
        }

        using var again = new SqliteDocumentStore(File, _clock);
        (await again.GetAsync(new("p|shop", "a"), default))!.ETag.ShouldBe(etag);
    }

    private static Document Document(string id, TimeSpan? timeToLive) => new(new DocumentKey("p|shop", id), "{}"u8.ToArray(), timeToLive);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string text, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private long Rows()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM documents";
        return (long)command.ExecuteScalar()!;
    }
}

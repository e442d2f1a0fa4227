using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BundleFunctions.Ports;
using Shouldly;

namespace BundleFunctions.Testing;

/// <summary>What every <see cref="IDocumentStore"/> owes. A concrete class gives a store; each test works in partitions of its own.</summary>
public abstract class DocumentStoreContract
{
    private const int Writers = 16;
    private readonly string _prefix = UniqueName.Next("p");

    /// <summary>The store under test.</summary>
    protected abstract IDocumentStore Store { get; }

    /// <summary>A second store on the same data, as another process would open it.</summary>
    protected abstract IDocumentStore OpenAgain();

    /// <summary>Lets the store's clock move on: at once where it can be moved, by waiting where it cannot.</summary>
    protected abstract Task PassTimeAsync(TimeSpan time);

    [ContractFact]
    public async Task Get_NothingThere_IsNull()
    {
        (await Store.GetAsync(Key("none"), Token)).ShouldBeNull();
    }

    [ContractFact]
    public async Task PutMany_ThenGet_GivesEqualJson()
    {
        const string Body = """{ "title": "Gr\u00fc\u00dfe \u65e5\u672c \ud83d\udcf7 \"q\"", "n": [1, 2.5, -3e4, true, null, {}], "empty": "" }""";
        await Store.PutManyAsync([new Document(Key("one"), Encoding.UTF8.GetBytes(Body)), new Document(Key("two"), "{}"u8.ToArray())], Token);

        var one = (await Store.GetAsync(Key("one"), Token))!;

        JsonNode.DeepEquals(JsonNode.Parse(one.Body.Span), JsonNode.Parse(Body)).ShouldBeTrue();
        Encoding.UTF8.GetString((await OpenAgain().GetAsync(Key("two"), Token))!.Body.Span).ShouldBe("{}");
        (await OpenAgain().GetAsync(Key("one"), Token))!.ETag.ShouldBe(one.ETag);
    }

    [ContractFact]
    public async Task PutMany_KeysThatLookAlike_StayApart()
    {
        DocumentKey[] keys =
        [
            Key("a"), Key("A"), Key("a%20b"), Key("a b"), Key("a+b"), Key("caf\u00e9"), Key("cafe\u0301"), Key("\u65e5\u672c\U0001F4F7"), Key("a&b=c"),
            Key(new string('i', 255)), new(_prefix + "|x/y\\z?q#f%25 \"'", "a"), new(_prefix + "|X/y", "a"), new(_prefix + "|\u65e5\u672c", "a"),
            new(_prefix + "|007", "a"), new(_prefix + "|7", "a"), new(_prefix + new string('k', 480), "a"),
        ];

        await Store.PutManyAsync([.. keys.Select((key, i) => new Document(key, Number(i)))], Token);

        for (var i = 0; i < keys.Length; i++)
        {
            ReadNumber(await Store.GetAsync(keys[i], Token)).ShouldBe(i, keys[i].ToString());
        }
    }

    [ContractFact]
    public async Task PutMany_AThousand_AllCanBeReadAndWrittenAgain()
    {
        var documents = Enumerable.Range(0, 1_000)
            .Select(i => new Document(new(string.Create(CultureInfo.InvariantCulture, $"{_prefix}|{i}"), "g1"), Number(i))).ToList();

        await Store.PutManyAsync(documents, Token);
        await Store.PutManyAsync([.. documents.Select((document, i) => document with { Body = Number(i + 5_000) })], Token);

        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            ReadNumber(await Store.GetAsync(documents[i].Key, Token)).ShouldBe(i + 5_000));
        await Store.DeleteManyAsync([.. documents.Take(500).Select(document => document.Key), Key("never written")], Token);
        (await Store.GetAsync(documents[499].Key, Token)).ShouldBeNull();
        (await Store.GetAsync(documents[500].Key, Token)).ShouldNotBeNull();
    }

    [ContractFact]
    public async Task PutMany_None_DoesNothing()
    {
        await Store.PutManyAsync([], Token);
        await Store.DeleteManyAsync([], Token);
        (await Store.GetAsync(Key("none"), Token)).ShouldBeNull();
    }

    [ContractFact]
    public async Task CompareAndSwap_CreateAndReplace_OnlyWithTheCurrentETag()
    {
        var first = (await SwapAsync("pointer", 1, null)).ShouldNotBeNull();
        (await SwapAsync("pointer", 2, null)).ShouldBeNull();
        var second = (await SwapAsync("pointer", 2, first)).ShouldNotBeNull();
        (await SwapAsync("pointer", 3, first)).ShouldBeNull();
        (await SwapAsync("other", 3, second)).ShouldBeNull();

        second.ShouldNotBe(first);
        var stored = (await Store.GetAsync(Key("pointer"), Token))!;
        ReadNumber(stored).ShouldBe(2);
        stored.ETag.ShouldBe(second);
        (await Store.GetAsync(Key("other"), Token)).ShouldBeNull();
    }

    [ContractFact]
    public async Task CompareAndSwap_AfterAnyWriteOfTheSameBody_SeesAnotherETag()
    {
        var etag = (await SwapAsync("pointer", 1, null))!;
        await Store.PutManyAsync([new Document(Key("pointer"), Number(1))], Token);
        (await SwapAsync("pointer", 2, etag)).ShouldBeNull();

        await Store.DeleteManyAsync([Key("pointer")], Token);
        var again = (await SwapAsync("pointer", 1, null)).ShouldNotBeNull();
        again.ShouldNotBe(etag);
        (await SwapAsync("pointer", 2, etag)).ShouldBeNull();
    }

    [ContractFact]
    public async Task CompareAndSwap_SixteenWriters_ExactlyOneWinsEachRound()
    {
        string? etag = null;
        for (var round = 0; round < 5; round++)
        {
            var expected = etag;
            var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
                () => SwapAsync("race", writer, expected, writer % 2 == 0 ? Store : OpenAgain()))));

            var winner = Enumerable.Range(0, Writers).Where(writer => answers[writer] is not null).ShouldHaveSingleItem();
            ReadNumber(await Store.GetAsync(Key("race"), Token)).ShouldBe(winner);
            etag = answers[winner];
        }
    }

    [ContractFact]
    public async Task TimeToLive_RunOut_TheDocumentIsGoneAndCanBeCreated()
    {
        var brief = TimeSpan.FromSeconds(2);
        await Store.PutManyAsync(
            [new Document(Key("brief"), Number(1), brief), new Document(Key("long"), Number(2), TimeSpan.FromDays(30)), new Document(Key("kept"), Number(3))], Token);
        var etag = (await Store.GetAsync(Key("brief"), Token))!.ETag;

        await PassTimeAsync(TimeSpan.FromSeconds(4));

        (await Store.GetAsync(Key("brief"), Token)).ShouldBeNull();
        ReadNumber(await Store.GetAsync(Key("long"), Token)).ShouldBe(2);
        ReadNumber(await Store.GetAsync(Key("kept"), Token)).ShouldBe(3);
        (await SwapAsync("brief", 4, etag)).ShouldBeNull();
        (await SwapAsync("brief", 5, null)).ShouldNotBeNull();
        ReadNumber(await Store.GetAsync(Key("brief"), Token)).ShouldBe(5);
    }

    [ContractFact]
    public async Task TimeToLive_CountsFromTheLastWriteAndIsDroppedByAWriteWithoutOne()
    {
        var brief = TimeSpan.FromSeconds(5);
        await Store.PutManyAsync([new Document(Key("again"), Number(1), brief), new Document(Key("freed"), Number(1), brief)], Token);
        await PassTimeAsync(TimeSpan.FromSeconds(3));
        await Store.PutManyAsync([new Document(Key("again"), Number(2), brief), new Document(Key("freed"), Number(2))], Token);
        await PassTimeAsync(TimeSpan.FromSeconds(3));

        ReadNumber(await Store.GetAsync(Key("again"), Token)).ShouldBe(2);
        await PassTimeAsync(TimeSpan.FromSeconds(4));
        (await Store.GetAsync(Key("again"), Token)).ShouldBeNull();
        ReadNumber(await Store.GetAsync(Key("freed"), Token)).ShouldBe(2);
    }

    [ContractFact]
    public async Task Members_InvalidKeys_AreRefusedBeforeAnythingIsWritten()
    {
        DocumentKey[] keys =
        [
            new(_prefix, ""), new("", "x"), new(_prefix, "a/b"), new(_prefix, "a\\b"), new(_prefix, "a?b"), new(_prefix, "a#b"), new(_prefix, "a\nb"),
            new(_prefix, "\ud800"), new(_prefix, new string('x', 256)), new(new string('x', 513), "x"), new(_prefix, "ends "), default,
        ];

        foreach (var key in keys)
        {
            await Should.ThrowAsync<ArgumentException>(() => Store.GetAsync(key, Token));
            await Should.ThrowAsync<ArgumentException>(() => Store.PutManyAsync([new Document(Key("valid"), Number(1)), new Document(key, Number(1))], Token));
            await Should.ThrowAsync<ArgumentException>(() => Store.CompareAndSwapAsync(new Document(key, Number(1)), null, Token));
            await Should.ThrowAsync<ArgumentException>(() => Store.DeleteManyAsync([key], Token));
        }

        (await Store.GetAsync(Key("valid"), Token)).ShouldBeNull();
    }

    [ContractFact]
    public async Task Members_CancelledBefore_DoNothing()
    {
        await Store.PutManyAsync([new Document(Key("kept"), Number(1))], Token);
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => Store.GetAsync(Key("kept"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutManyAsync([new Document(Key("kept"), Number(2))], cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.CompareAndSwapAsync(new Document(Key("new"), Number(2)), null, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.DeleteManyAsync([Key("kept")], cancelled));

        ReadNumber(await Store.GetAsync(Key("kept"), Token)).ShouldBe(1);
        (await Store.GetAsync(Key("new"), Token)).ShouldBeNull();
    }

    /// <summary>What the tests run under.</summary>
    protected static CancellationToken Token => CancellationToken.None;

    /// <summary>A key of this test's first partition.</summary>
    protected DocumentKey Key(string id) => new(_prefix, id);

    /// <summary>A body that holds one number.</summary>
    protected static ReadOnlyMemory<byte> Number(int value) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{value}}}"""));

    /// <summary>The number that a body holds; null where there is no document.</summary>
    protected static int? ReadNumber(StoredDocument? document) =>
        document is null ? null : (int)JsonNode.Parse(document.Body.Span)!["n"]!;

    private Task<string?> SwapAsync(string id, int value, string? etag, IDocumentStore? store = null) =>
        (store ?? Store).CompareAndSwapAsync(new Document(Key(id), Number(value)), etag, Token);
}

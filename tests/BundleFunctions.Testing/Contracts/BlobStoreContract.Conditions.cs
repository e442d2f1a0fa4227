using System.Globalization;
using BundleFunctions.Ports;
using Shouldly;

namespace BundleFunctions.Testing;

/// <summary>Conditions: If-None-Match, If-Match, and who wins.</summary>
public abstract partial class BlobStoreContract
{
    private const int Writers = 16;

    [ContractFact]
    public async Task Put_Absent_WritesOnlyOnce()
    {
        (await PutAsync("once", "first", BlobCondition.Absent)).ShouldNotBeNull();
        (await PutAsync("once", "second", BlobCondition.Absent)).ShouldBeNull();

        (await TextAsync("once")).ShouldBe("first");
    }

    [ContractFact]
    public async Task Put_Matches_WritesOnlyOverThatVersion()
    {
        var first = (await PutAsync("v", "1"))!;
        var second = (await PutAsync("v", "2", BlobCondition.Matches(first.ETag)))!;

        (await PutAsync("v", "3", BlobCondition.Matches(first.ETag))).ShouldBeNull();
        (await PutAsync("missing", "3", BlobCondition.Matches(second.ETag))).ShouldBeNull();

        (await TextAsync("v")).ShouldBe("2");
        (await Store.FindAsync(Name("missing"), Token)).ShouldBeNull();
    }

    [ContractFact]
    public async Task Put_SameContentAgainAndAgain_ChangesTheETagEachTime()
    {
        var etags = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            etags.Add((await PutAsync("same", "same", default, i % 2 == 0 ? Store : OpenAgain()))!.ETag);
            if (i % 5 == 4)
            {
                (await Store.DeleteAsync(Name("same"), null, Token)).ShouldBeTrue();
            }
        }

        etags.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
    }

    [ContractFact]
    public async Task Put_AbsentBySixteenWriters_ExactlyOneWins()
    {
        for (var round = 0; round < 5; round++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"race/{round}");
            var answers = await RaceAsync(writer => PutAsync(path, Text(writer), BlobCondition.Absent, writer % 2 == 0 ? Store : OpenAgain()));

            var winner = Enumerable.Range(0, Writers).Where(writer => answers[writer] is not null).ShouldHaveSingleItem();
            (await TextAsync(path)).ShouldBe(Text(winner));
        }
    }

    [ContractFact]
    public async Task Put_MatchesBySixteenWriters_ExactlyOneWinsEachRound()
    {
        var etag = (await PutAsync("cas", "start"))!.ETag;
        for (var round = 0; round < 5; round++)
        {
            var expected = etag;
            var answers = await RaceAsync(writer => PutAsync("cas", Text(writer), BlobCondition.Matches(expected), writer % 2 == 0 ? Store : OpenAgain()));

            var winner = Enumerable.Range(0, Writers).Where(writer => answers[writer] is not null).ShouldHaveSingleItem();
            (await TextAsync("cas")).ShouldBe(Text(winner));
            etag = answers[winner]!.ETag;
        }
    }

    [ContractFact]
    public async Task Put_ReadIncrementSwapByEightWriters_LosesNoIncrement()
    {
        await PutAsync("counter", "0");

        await RaceAsync(async writer =>
        {
            var store = writer % 2 == 0 ? Store : OpenAgain();
            for (var done = 0; done < 3;)
            {
                await using var blob = (await store.OpenAsync(Name("counter"), Token))!;
                var value = int.Parse(await ReadAsync(blob), CultureInfo.InvariantCulture);
                var next = await PutAsync("counter", (value + 1).ToString(CultureInfo.InvariantCulture), BlobCondition.Matches(blob.Entry.ETag), store);
                done += next is null ? 0 : 1;
            }

            return (BlobEntry?)null;
        }, writers: 8);

        (await TextAsync("counter")).ShouldBe((8 * 3).ToString(CultureInfo.InvariantCulture));
    }

    [ContractFact]
    public async Task Delete_ETagOfAnOlderVersion_DeletesNothing()
    {
        var first = (await PutAsync("v", "1"))!;
        var second = (await PutAsync("v", "2"))!;

        (await Store.DeleteAsync(Name("v"), first.ETag, Token)).ShouldBeFalse();
        (await TextAsync("v")).ShouldBe("2");
        (await Store.DeleteAsync(Name("v"), second.ETag, Token)).ShouldBeTrue();
        (await Store.FindAsync(Name("v"), Token)).ShouldBeNull();
        (await Store.DeleteAsync(Name("v"), second.ETag, Token)).ShouldBeFalse();
        (await PutAsync("v", "3", BlobCondition.Absent)).ShouldNotBeNull();
    }

    [ContractFact]
    public async Task List_WhileBlobsComeAndGo_GivesTheOnesThatStay()
    {
        for (var i = 0; i < 20; i++)
        {
            await PutAsync(string.Create(CultureInfo.InvariantCulture, $"d{i:00}/stays"), "x");
        }

        using var stop = new CancellationTokenSource();
        var churn = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await PutAsync("d05/goes", "x");
                await Store.DeleteAsync(Name("d05/goes"), null, Token);
            }
        });

        for (var i = 0; i < 20; i++)
        {
            (await ListAsync("")).Count(entry => entry.Name.Path.EndsWith("/stays", StringComparison.Ordinal)).ShouldBe(20);
        }

        await stop.CancelAsync();
        await churn;
    }

    private static string Text(int writer) => string.Create(CultureInfo.InvariantCulture, $"by writer {writer}");

    private static async Task<T[]> RaceAsync<T>(Func<int, Task<T>> write, int writers = Writers)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var racers = Enumerable.Range(0, writers).Select(async writer =>
        {
            await start.Task;
            return await Task.Run(() => write(writer));
        }).ToArray();
        start.SetResult();
        return await Task.WhenAll(racers);
    }

    private async Task<string> TextAsync(string path)
    {
        await using var blob = (await Store.OpenAsync(Name(path), Token))!;
        return await ReadAsync(blob);
    }
}

using System.Text;
using BundleFunctions.Audit;
using BundleFunctions.Bandits;
using BundleFunctions.Experiments;
using BundleFunctions.Ports;
using BundleFunctions.Serving;
using BundleFunctions.Testing;
using static BundleFunctions.Core.Tests.Experiments.Sample;

namespace BundleFunctions.Core.Tests.Experiments;

public sealed class ExperimentStoreTests
{
    private readonly InMemoryBlobStore _blobs = new();
    private readonly ManualClock _clock = new(Now);
    private readonly ExperimentStore _store;

    public ExperimentStoreTests() => _store = new ExperimentStore(_blobs, new AuditLog(_blobs, _clock), _clock);

    public static TheoryData<string, ExperimentBook> Faulty() => new()
    {
        { "holdout", ExperimentBook.Empty with { Holdout = new HoldoutOptions(0.9) } },
        { "2..10", With(Experiment("a", weights: [1])) },
        { "layer main", With(Experiment("a", 0, 0.6), Experiment("b", 0.5, 0.5)) },
        { "layers", With(Experiment("a", layer: "one"), Experiment("b", layer: "two"), Experiment("c", layer: "three")) },
        { "expected once", With(Experiment("a", 0, 0.1), Experiment("a", 0.2, 0.1)) },
        { "control", With(Experiment("a") with { Variants = [new("v0", DiscountShare: 0.5), new("v1")] }) },
        { "discountShare", With(Experiment("a") with { Variants = [new("v0"), new("v1", DiscountShare: 1.5)] }) },
        { "discountShare", With(Experiment("a") with { Variants = [new("v0"), new("v1", DiscountShare: double.NaN)] }) },
        { "endAt", With(Experiment("a") with { EndAt = Now.AddDays(-2) }) },
        { "part of 0..1", With(Experiment("a", 0.5, 0.6)) },
        { "exploration", ExperimentBook.Empty with { Bandit = new BanditOptions(Exploration: 0) } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Save_FaultyBook_IsRefusedInWordsAndNothingIsWritten(string expected, ExperimentBook book)
    {
        var save = await _store.SaveAsync(Shop, book, "key-1", null, validateOnly: false, default);

        save.Fault.ShouldNotBeNull().ShouldContain(expected);
        (await _store.ReadAsync(Shop, default)).ShouldBe(ExperimentBook.Empty);
        (await _store.ReadHistoryAsync(Shop, int.MaxValue, 100, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_GoodBook_IsReadBackAndAudited()
    {
        var save = await _store.SaveAsync(Shop, With(Experiment("a")), "key-1", "to see", validateOnly: false, default);

        save.Fault.ShouldBeNull();
        var read = await _store.ReadAsync(Shop, default);
        read.Version.ShouldBe(1);
        read.Experiments.ShouldHaveSingleItem().Variants.ShouldBe(Experiment("a").Variants);
        var change = (await _store.ReadHistoryAsync(Shop, int.MaxValue, 100, default)).ShouldHaveSingleItem();
        (change.By, change.Why, change.At, change.Book.Version).ShouldBe(("key-1", "to see", Now, 1));
        var entry = (await new AuditLog(_blobs, _clock).ReadAsync(Shop, DateOnly.FromDateTime(Now.UtcDateTime), null, 10, default)).Entries.ShouldHaveSingleItem();
        (entry.Actor, entry.Action, entry.Target).ShouldBe(("key-1", "experiments.put", "version 1"));
    }

    [Fact]
    public async Task Save_ValidateOnly_ChangesNothing()
    {
        (await _store.SaveAsync(Shop, With(Experiment("a")), "key-1", null, validateOnly: true, default)).Fault.ShouldBeNull();

        (await _store.ReadAsync(Shop, default)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Save_OldVersion_IsAConflict()
    {
        await _store.SaveAsync(Shop, With(Experiment("a")), "key-1", null, validateOnly: false, default);

        var late = await _store.SaveAsync(Shop, With(Experiment("b")), "key-2", null, validateOnly: false, default);

        late.IsConflict.ShouldBeTrue();
        late.Book.Experiments[0].Id.ShouldBe("a");
    }

    [Fact]
    public async Task Save_RunningExperiment_KeepsItsGroupsButMayEnd()
    {
        var book = (await _store.SaveAsync(Shop, With(Experiment("a")), "key-1", null, validateOnly: false, default)).Book;

        (await Save(book with { Experiments = [Experiment("a", weights: [3, 1])] })).Fault!.ShouldContain("runs");
        (await Save(book with { Experiments = [] })).Fault!.ShouldContain("endAt");
        var ended = await Save(book with { Experiments = [Experiment("a") with { EndAt = Now }] });
        ended.Fault.ShouldBeNull();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await Save(ended.Book with { Experiments = [] })).Fault.ShouldBeNull();

        Task<ExperimentSave> Save(ExperimentBook next) => _store.SaveAsync(Shop, next, "key-1", null, validateOnly: false, default);
    }

    [Fact]
    public async Task Shelf_StoreFailsOrHoldsRubbish_GoesOnWithWhatItKnew()
    {
        await _store.SaveAsync(Shop, With(Experiment("a")), "key-1", null, validateOnly: false, default);
        var shelf = new ExperimentShelf(_store, new BanditTables(_blobs), _clock, new ServingOptions());
        (await shelf.GetAsync(Shop, default)).Book.Version.ShouldBe(1);

        await _blobs.PutAsync(new BlobName("experiments", "demo/book.json"), new MemoryStream(Encoding.UTF8.GetBytes("rubbish")), BlobCondition.None, default);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await shelf.RefreshAsync(Shop, default);

        shelf.TryGet(Shop)!.Book.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Shelf_ChangedBook_IsServedWithinThePollInterval()
    {
        var shelf = new ExperimentShelf(_store, new BanditTables(_blobs), _clock, new ServingOptions());
        (await shelf.GetAsync(Shop, default)).Book.ShouldBe(ExperimentBook.Empty);
        await _store.SaveAsync(Shop, With(Experiment("a")), "key-1", null, validateOnly: false, default);

        _clock.Advance(new ServingOptions().PointerAge);
        shelf.TryGet(Shop);

        SpinWait.SpinUntil(() => shelf.TryGet(Shop)!.Book.Version == 1, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    private static ExperimentBook With(params ExperimentDefinition[] experiments) => ExperimentBook.Empty with { Experiments = experiments };
}

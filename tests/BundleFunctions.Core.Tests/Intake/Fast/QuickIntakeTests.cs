using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Fast;
using BundleFunctions.Lake;
using BundleFunctions.Privacy;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake.Fast;

/// <summary>Whatever a file holds, the quick way leaves the same lake, refusals and counts as the rules alone.</summary>
public sealed class QuickIntakeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // A larger run: BUNDLES_FUZZ_LINES=2000000.
    private static readonly int LinesOfAll =
        int.Parse(Environment.GetEnvironmentVariable("BUNDLES_FUZZ_LINES") ?? "24000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Read_OddLines_AreWhatTheRulesMakeOfThem()
    {
        var quick = 0L;
        for (var seed = 0; seed * 4000 < LinesOfAll; seed++)
        {
            var file = new OddLines(seed).File(4000, goodIn: 2);

            var expected = await Import.ByRulesAsync(file, PeopleFilter.None);
            var found = await Import.QuicklyAsync(file, threads: 1 + (seed % 3), PeopleFilter.None);

            found.ShouldBe(expected, $"seed {seed}");
            quick += found.Quick;
        }

        // Of every five lines more than one goes the quick way (many break a rule even before they are changed): else nothing was compared.
        quick.ShouldBeGreaterThan(LinesOfAll / 5);
    }

    [Fact]
    public async Task Read_ManyChunksOnManyThreads_LeavesTheSameBytes()
    {
        var file = new OddLines(1).File(12_000, goodIn: 20);
        var once = await Import.QuicklyAsync(file, threads: 1, PeopleFilter.None);

        (await Import.QuicklyAsync(file, threads: 2, PeopleFilter.None)).ShouldBe(once);
        (await Import.QuicklyAsync(file, threads: 5, PeopleFilter.None)).ShouldBe(once);
    }

    [Fact]
    public async Task Read_EventsOfAnErasedPerson_AreRefusedAsByTheRules()
    {
        var file = new OddLines(2).File(3000, goodIn: 1);
        var mark = PersonMark.Of(Porch.Pseudonymizer.Create(BundleFunctions.Security.PseudonymKind.Visitor, Porch.Shop, "v-7"));
        var people = await Import.ErasedAsync(mark, new DateTimeOffset(2026, 2, 2, 12, 0, 0, TimeSpan.Zero));

        var expected = await Import.ByRulesAsync(file, people);
        var found = await Import.QuicklyAsync(file, threads: 2, people);

        found.ShouldBe(expected);
        Encoding.UTF8.GetString(found.Rejects).ShouldContain(RejectCodes.ErasedPerson);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Read_LinesAroundTheLimit_AreCutAsByTheRules(int seed)
    {
        var good = Encoding.UTF8.GetBytes(Lines.Purchase(1));
        var file = new MemoryStream();
        foreach (var length in new[] { 10, IntakeLimits.RecordBytes - good.Length, IntakeLimits.RecordBytes - good.Length + 1, 3 * IntakeLimits.RecordBytes })
        {
            file.Write(good);
            file.Write(Enumerable.Repeat((byte)(seed == 0 ? ' ' : 'x'), length).ToArray());
            file.Write(seed == 3 ? "\r\n\n \t\n"u8 : "\n"u8);
        }

        file.Write(good);

        (await Import.QuicklyAsync(file.ToArray(), threads: 2, PeopleFilter.None)).ShouldBe(await Import.ByRulesAsync(file.ToArray(), PeopleFilter.None));
    }

    /// <summary>What an import leaves.</summary>
    private sealed record Import(long RecordsRead, long Accepted, long Duplicates, long UnknownFields, string Parts, string RejectsText)
    {
        public long Quick { get; private init; }

        public byte[] Rejects => Encoding.UTF8.GetBytes(RejectsText);

        public bool Equals(Import? other) => other is not null
            && (RecordsRead, Accepted, Duplicates, UnknownFields) == (other.RecordsRead, other.Accepted, other.Duplicates, other.UnknownFields)
            && string.Equals(RejectsText, other.RejectsText, StringComparison.Ordinal) && string.Equals(Parts, other.Parts, StringComparison.Ordinal);

        public override int GetHashCode() => RecordsRead.GetHashCode();

        public static async Task<PeopleFilter> ErasedAsync(string mark, DateTimeOffset until)
        {
            var blobs = new InMemoryBlobStore(new ManualClock());
            await ErasedList.AddAsync(blobs, Porch.Shop, [mark], until, default);
            return await PeopleFilter.ReadErasedAsync(blobs, Porch.Shop, default);
        }

        public static Task<Import> ByRulesAsync(byte[] file, PeopleFilter people) => RunAsync(people, async import =>
        {
            await import.RunAsync(ReadAsync(file), default);
            return 0;
        });

        public static Task<Import> QuicklyAsync(byte[] file, int threads, PeopleFilter people) => RunAsync(people, async import =>
        {
            var workers = new List<EventWorker>();
            var quick = 0L;
            using var source = new LineChunks(new SlowStream(file));
            var pipeline = new EventPipeline(source, import, () =>
            {
                lock (workers)
                {
                    workers.Add(new EventWorker(Porch.Shop, Porch.Pseudonymizer, Now, people) { OnParsed = batch => Interlocked.Add(ref quick, batch.Count) });
                    return workers[^1];
                }
            });
            await pipeline.RunAsync(new IntakeWork(threads), default);
            return quick;
        });

        private static async Task<Import> RunAsync(PeopleFilter people, Func<EventImport, Task<long>> run)
        {
            var blobs = new InMemoryBlobStore(new ManualClock());
            var key = new string('a', 64);
            var lake = new LakeWriter(blobs, Porch.Shop, key);
            var counter = new EventCounter(Now);
            var rejects = new RejectsWriter(blobs, Porch.Shop, BlobLayout.Events, key);
            var import = new EventImport("events/acme/a", lake, rejects, counter, people);
            var quick = await run(import);
            await rejects.FlushAsync(default);
            var parts = await lake.FinishAsync(default);
            var text = new MemoryStream();
            await foreach (var blob in blobs.ListAsync(BlobLayout.Rejects, string.Empty, default))
            {
                await using var content = await blobs.OpenAsync(blob.Name, default);
                await content!.Content.CopyToAsync(text);
            }

            return new Import(
                import.RecordsRead,
                import.Accepted,
                import.Duplicates,
                import.UnknownFields,
                string.Join('\n', parts.Select(part => $"{part.Path} {part.Events} {part.Sha256}")) + JsonSerializer.Serialize(counter.ToCounts()),
                Encoding.UTF8.GetString(text.ToArray()))
            {
                Quick = quick,
            };
        }

        private static async IAsyncEnumerable<ParsedRecord> ReadAsync(byte[] file)
        {
            var events = new GeneralEvents(new EventValidator(Porch.Shop, Porch.Pseudonymizer, Now));
            using var lines = new LineReader(new MemoryStream(file));
            while (await lines.ReadAsync(default))
            {
                yield return lines.IsTooLong
                    ? new ParsedRecord(lines.Line, null, EventFileReader.TooLong, 0, 0)
                    : events.Read(lines.Record.Span, lines.Line);
            }
        }
    }

    /// <summary>Gives a file in pieces of odd lengths.</summary>
    private sealed class SlowStream(byte[] file) : ForwardStream
    {
        private int _at;
        private int _turn;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = Math.Min(Math.Min(buffer.Length, file.Length - _at), 1 + (_turn++ * 7919 % 100_003));
            file.AsMemory(_at, length).CopyTo(buffer);
            _at += length;
            return ValueTask.FromResult(length);
        }
    }
}

using System.Globalization;
using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Core.Tests.Lake;

/// <summary>Bytes that nobody wrote so: each ends in events or in a reason, without much memory.</summary>
public sealed class PartFuzzTests
{
    private const long MaxAllocated = 64L * 1024 * 1024;

    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("BUNDLES_FUZZ_PARTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
            ? rounds
            : 1500;

    [Fact]
    public void Decode_AnyCut_SaysWhy()
    {
        var part = PartCodecTests.Encode(LakeEvents.Make(40));
        for (var length = 0; length < part.Length; length += 1 + (length / 400))
        {
            Should.Throw<InvalidDataException>(() => PartCodecTests.Decode(part[..length])).Message.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decode_MutatedBytes_EndsInEventsOrAReason(bool gzip)
    {
        var part = PartCodecTests.Encode(LakeEvents.Make(60), gzip ? ParquetCodec.Gzip : ParquetCodec.Uncompressed);
        var random = new Random(7);
        var (read, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = part.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                Change(bytes, random);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                PartCodecTests.Decode(bytes);
                read++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MaxAllocated, $"round {round}");
        }

        read.ShouldBeGreaterThan(0);
        refused.ShouldBeGreaterThan(Rounds / 10);
    }

    [Fact]
    public void Decode_WrongMagic_SaysSo() =>
        Should.Throw<InvalidDataException>(() => PartCodecTests.Decode("PAR2 is no Parquet file"u8.ToArray())).Message.ShouldContain("PAR1");

    [Fact]
    public void Decode_ColumnThatIsMissing_NamesIt()
    {
        var schema = new SchemaNode("event", Repetition.Required)
        {
            Children = [new SchemaNode("other", Repetition.Required) { Type = PhysicalType.Int64 }],
        };
        var writer = new ParquetFileWriter(schema, ParquetCodec.Uncompressed);
        writer.BeginFile();
        writer.WriteData([], [], 0, 0, [], ParquetEncoding.Plain);
        writer.EndColumn();
        writer.EndFile(0);

        Should.Throw<InvalidDataException>(() => PartCodecTests.Decode(writer.File.Span.ToArray())).Message.ShouldContain("eventId");
    }

    private static void Change(byte[] bytes, Random random)
    {
        // The footer and the page headers are a small share of the bytes and hold most of what can go wrong.
        var at = random.Next(2) == 0 ? random.Next(bytes.Length) : random.Next(Math.Max(0, bytes.Length - 2500), bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.AsSpan(at, Math.Min(random.Next(1, 9), bytes.Length - at)).Fill((byte)(random.Next(2) * 255));
                break;
            default:
                var length = Math.Min(random.Next(1, 60), bytes.Length - at);
                bytes.AsSpan(random.Next(bytes.Length - length), length).CopyTo(bytes.AsSpan(at));
                break;
        }
    }
}

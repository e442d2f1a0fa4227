using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using BundleFunctions.Lake;
using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Benchmarks.Lake;

/// <summary>What a form of the lake's files costs: to write, to keep and to read.</summary>
internal static class LakeFormats
{
    private const int Days = 30;

    /// <summary>Usage: lake-format FORM EVENTS, the form being <c>ndjson-gzip</c>, <c>parquet</c> or <c>parquet-gzip</c>. Prints, tab-separated:
    /// form, events, CPU ns an event to write, bytes an event, CPU ns an event to read into events, the same into columns (0 where there are
    /// none), peak MiB.</summary>
    public static int Run(string[] args)
    {
        var (form, count) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
        var days = new ShopDays(count / Days);
        Func<List<ShopEvent>, byte[]> write = IsLines(form) ? WriteLines : Parquet(form);
        Func<byte[], long> read = IsLines(form) ? ReadLines : ReadEvents;
        var (events, bytes, writing, reading, scanning) = (0L, 0L, 0.0, 0.0, 0.0);
        var warm = days.Next(0);
        for (var i = 0; i < 5; i++)
        {
            Check(read(write(warm)), warm.Count);
        }

        for (var day = 1; day <= Days; day++)
        {
            var list = days.Next(day);
            byte[] part = [];
            writing += Measured.CpuSeconds(() => part = write(list));
            reading += Measured.CpuSeconds(() => Check(read(part), list.Count));
            scanning += IsLines(form) ? 0 : Measured.CpuSeconds(() => Check(ReadColumns(part).Count, list.Count));
            (events, bytes) = (events + list.Count, bytes + part.Length);
        }

        string[] figures =
        [
            form,
            events.ToString(CultureInfo.InvariantCulture),
            Nanoseconds(writing),
            ((double)bytes / events).ToString("F1", CultureInfo.InvariantCulture),
            Nanoseconds(reading),
            Nanoseconds(scanning),
            Measured.PeakMebibytes().ToString("F0", CultureInfo.InvariantCulture),
        ];
        Console.WriteLine(string.Join('\t', figures));
        return 0;

        string Nanoseconds(double seconds) => (seconds * 1e9 / events).ToString("F0", CultureInfo.InvariantCulture);
    }

    private static bool IsLines(string form) => string.Equals(form, "ndjson-gzip", StringComparison.Ordinal);

    private static byte[] WriteLines(List<ShopEvent> events)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = LakeJson.Lines.Options.Encoder, SkipValidation = true });
        var content = new MemoryStream();
        using (var gzip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var shopEvent in events)
            {
                line.ResetWrittenCount();
                json.Reset(line);
                JsonSerializer.Serialize(json, shopEvent, LakeJson.Lines.ShopEvent);
                json.Flush();
                gzip.Write(line.WrittenSpan);
                gzip.WriteByte((byte)'\n');
            }
        }

        return content.ToArray();
    }

    private static long ReadLines(byte[] part)
    {
        using var gzip = new GZipStream(new MemoryStream(part), CompressionMode.Decompress);
        var plain = new MemoryStream();
        gzip.CopyTo(plain);
        var lines = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        var events = new List<ShopEvent>();
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n');
            events.Add(JsonSerializer.Deserialize(lines[..end], LakeJson.Lines.ShopEvent)!);
            lines = lines[(end + 1)..];
        }

        return events.Count;
    }

    private static Func<List<ShopEvent>, byte[]> Parquet(string form)
    {
        var encoder = new PartEncoder(string.Equals(form, "parquet-gzip", StringComparison.Ordinal) ? ParquetCodec.Gzip : ParquetCodec.Uncompressed);
        var columns = new EventColumns(new TextTable());
        return events =>
        {
            columns.Clear();
            foreach (var shopEvent in events)
            {
                columns.Append(shopEvent);
            }

            return encoder.Encode(columns).Span.ToArray();
        };
    }

    private static EventColumns ReadColumns(byte[] part)
    {
        var columns = new EventColumns(new TextTable());
        new PartDecoder().Decode(part, columns);
        return columns;
    }

    private static long ReadEvents(byte[] part)
    {
        var columns = ReadColumns(part);
        var maker = new EventMaker(columns);
        var events = new List<ShopEvent>(columns.Count);
        for (var row = 0; row < columns.Count; row++)
        {
            events.Add(maker.Make(row));
        }

        return events.Count;
    }

    private static void Check(long read, int written)
    {
        if (read != written)
        {
            throw new InvalidOperationException($"{written} events were written and {read} read.");
        }
    }
}

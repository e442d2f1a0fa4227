using System.Runtime.CompilerServices;
using System.Text.Unicode;
using BundleFunctions.Intake;
using CsvHelper;
using CsvRow = BundleFunctions.Intake.CsvRow;

namespace BundleFunctions.Formats.Csv;

/// <summary>Reads CSV rows by CsvHelper, behind a guard that keeps one bad line from costing another.</summary>
public sealed class CsvRows : ICsvRows
{
    private static readonly FieldFault Malformed =
        new(null, RejectCodes.MalformedCsv, "Expected fields quoted by RFC 4180: a quote within a quoted field is written twice.");

    private static readonly FieldFault NotUtf8 = new(null, RejectCodes.NotUtf8, "Expected UTF-8.");

    /// <inheritdoc/>
    public async IAsyncEnumerable<CsvRow> ReadAsync(
        Stream content, char separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The guard reads ahead, so its faults wait for the rows before them.
        var faults = new Queue<CsvRow>();
        var malformed = new HashSet<long>();
        var odd = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => (IsAmbiguous(record) ? malformed : odd).Add(record.LineNumber),
        };
        await using var guard = new CsvGuard(content, separator, faults.Enqueue);
        await using var reader = CsvReader.Create(guard, options, leaveOpen: true);
        int? width = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            while (faults.TryPeek(out var fault) && fault.Line < reader.LineNumber)
            {
                yield return faults.Dequeue();
            }

            var isMalformed = malformed.Remove(reader.LineNumber);
            width ??= reader.FieldCount;
            var isOdd = odd.Remove(reader.LineNumber);
            var isSuspect = isMalformed || isOdd || reader.FieldCount != width;
            var lines = isSuspect && reader.RawRecord.Contains((byte)'\n') ? ReadLines(reader.RawRecord.ToArray(), reader.LineNumber, options) : [];

            // Two stray quotes made one row of several lines: each line is a row again. Where the row is right but for a quote that can only mean
            // itself, it stays one, unless a line of it is a wholly right row by itself.
            if (lines.Count > 0 && (isMalformed || reader.FieldCount != width || lines.Exists(line => !line.IsOdd && line.Row.Fields.Count == width)))
            {
                foreach (var (row, _) in lines)
                {
                    yield return row;
                }
            }
            else
            {
                yield return ToRow(reader, reader.LineNumber, isMalformed);
            }
        }

        while (faults.TryDequeue(out var fault))
        {
            yield return fault;
        }
    }

    private static List<(CsvRow Row, bool IsOdd)> ReadLines(ReadOnlyMemory<byte> record, long line, CsvReaderOptions options)
    {
        var rows = new List<(CsvRow Row, bool IsOdd)>();
        for (; !record.IsEmpty; line++)
        {
            var end = record.Span.IndexOf((byte)'\n');
            var text = end < 0 ? record : record[..end];
            record = end < 0 ? default : record[(end + 1)..];
            var (isMalformed, isOdd) = (false, false);
            using var reader = CsvReader.Create(
                text,
                options with { AllowLineBreaksInQuotes = false, OnMalformedRecord = found => (isMalformed, isOdd) = (isMalformed || IsAmbiguous(found), true) });
            while (reader.Read())
            {
                rows.Add((ToRow(reader, line, isMalformed), isOdd));
            }
        }

        return rows;
    }

    // A quote inside an unquoted field, such as 5" pipe, can only mean itself.
    private static bool IsAmbiguous(CsvMalformedRecord record) => record.Reason != CsvMalformedReason.StrayQuote;

    private static CsvRow ToRow(CsvReader reader, long line, bool isMalformed)
    {
        if (isMalformed || !Utf8.IsValid(reader.RawRecord))
        {
            return new CsvRow(line, [], isMalformed ? Malformed : NotUtf8);
        }

        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = reader.GetString(i);
        }

        return new CsvRow(line, fields);
    }
}

using System.Runtime.CompilerServices;

namespace BundleFunctions.Intake.Maps;

/// <summary>Reads a file of any format by a map.</summary>
internal sealed class MappedFile(ICsvRows csv, IParquetRows parquet)
{
    /// <summary>Reads record by record into the mapper's draft; gives each record's line, and what is wrong with it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="map">The map.</param>
    /// <param name="mapper">The map at work.</param>
    /// <param name="mayGoOn">Whether rows of CSV may have more fields than their header.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public IAsyncEnumerable<(long Line, FieldFault? Fault)> ReadAsync<TField>(
        RawText text, RecordMap<TField> map, IRecordMapper mapper, bool mayGoOn, CancellationToken cancellationToken)
        where TField : struct, Enum => text.Format switch
        {
            TextFormat.Csv => ReadCsvAsync(text, map, mapper, mayGoOn, cancellationToken),
            TextFormat.JsonArray => ReadJsonAsync(new JsonArrayReader(text.Content), map.Ignored, mapper, cancellationToken),
            TextFormat.Parquet => ReadJsonAsync(new ParquetRecords(parquet, text.Content), map.Ignored, mapper, cancellationToken),
            _ => ReadJsonAsync(new LineReader(text.Content), map.Ignored, mapper, cancellationToken),
        };

    private static async IAsyncEnumerable<(long Line, FieldFault? Fault)> ReadJsonAsync(
        IRecordReader records, IReadOnlyList<string> ignored, IRecordMapper mapper, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (records)
        {
            var json = new MappedJson(mapper, ignored);
            while (await records.ReadAsync(cancellationToken))
            {
                yield return (records.Line, records.IsTooLong ? EventFileReader.TooLong : json.Read(records.Record));
            }
        }
    }

    private async IAsyncEnumerable<(long Line, FieldFault? Fault)> ReadCsvAsync<TField>(
        RawText text, RecordMap<TField> map, IRecordMapper mapper, bool mayGoOn, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TField : struct, Enum
    {
        MappedCsv? rows = null;
        await foreach (var row in csv.ReadAsync(text.Content, map.Separator ?? text.Separator, cancellationToken))
        {
            if (rows is null && row.Fault is not null && map.Header.Count == 0)
            {
                throw new RawFileException(row.Fault.Code, $"Expected a header row. {row.Fault.Reason}", row.Line);
            }

            var isHeader = false;
            if (rows is null && row.Fault is null)
            {
                rows = MappedCsv.Open(mapper, map, row.Fields, mayGoOn, out isHeader);
            }

            if (!isHeader)
            {
                yield return (row.Line, row.Fault ?? rows!.Read(row.Fields));
            }
        }
    }
}

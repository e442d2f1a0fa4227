using System.Runtime.CompilerServices;
using BundleFunctions.Intake;

namespace BundleFunctions.Catalogue;

/// <summary>Reads a raw product file record by record, whatever its format.</summary>
internal sealed class ProductFileReader(ICsvRows csv, ProductValidator validator)
{
    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public IAsyncEnumerable<ParsedProduct> ReadAsync(RawText text, CancellationToken cancellationToken) => text.Format switch
    {
        TextFormat.JsonLines => ReadJsonAsync(new LineReader(text.Content), cancellationToken),
        TextFormat.JsonArray => ReadJsonAsync(new JsonArrayReader(text.Content), cancellationToken),
        TextFormat.Csv => ReadCsvAsync(text.Content, cancellationToken),
        _ => AsyncEnumerable.Empty<ParsedProduct>(),
    };

    private async IAsyncEnumerable<ParsedProduct> ReadJsonAsync(
        IRecordReader records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (records)
        {
            var draft = new ProductDraft();
            while (await records.ReadAsync(cancellationToken))
            {
                var fault = records.IsTooLong ? EventFileReader.TooLong : ProductJsonParser.Parse(records.Record.Span, draft);
                yield return Check(records.Line, draft, fault);
            }
        }
    }

    private async IAsyncEnumerable<ParsedProduct> ReadCsvAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ProductCsvMapper? mapper = null;
        await foreach (var row in csv.ReadAsync(content, ',', cancellationToken))
        {
            if (mapper is null)
            {
                mapper = row.Fault is null
                    ? new ProductCsvMapper(row.Fields)
                    : throw new RawFileException(row.Fault.Code, $"Expected a header row. {row.Fault.Reason}", row.Line);
                continue;
            }

            yield return Check(row.Line, mapper.Draft, row.Fault ?? mapper.Read(row.Fields));
        }
    }

    private ParsedProduct Check(long line, ProductDraft draft, FieldFault? fault)
    {
        Product? valid = null;
        fault ??= validator.Validate(draft, out valid);
        return new ParsedProduct(line, valid, fault, fault is null ? draft.UnknownFields : 0);
    }
}

namespace BundleFunctions.Intake;

/// <summary>Reads CSV (RFC 4180) row by row, in flat memory. The header is a row like any other, and the first.</summary>
public interface ICsvRows
{
    /// <summary>Reads rows from UTF-8 without a byte order mark. Empty lines are passed over. A row that cannot be read is given as a
    /// fault and costs itself only: reading goes on at the next line.</summary>
    IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken);
}

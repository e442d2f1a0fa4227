using BundleFunctions.Intake;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>Stands where no file is CSV.</summary>
internal sealed class NoCsv : ICsvRows
{
    public IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken) => AsyncEnumerable.Empty<CsvRow>();
}

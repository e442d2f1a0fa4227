using BundleFunctions.Intake;

namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>No file of these tests is CSV.</summary>
internal sealed class NoCsv : ICsvRows
{
    public IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken) => throw new NotSupportedException();
}

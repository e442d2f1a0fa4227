using BundleFunctions.Intake;

namespace BundleFunctions.Core.Tests.Intake;

/// <summary>Stands where CSV is not the matter: every row is cut at commas.</summary>
internal sealed class JsonOnly : ICsvRows
{
    public async IAsyncEnumerable<CsvRow> ReadAsync(
        Stream content, char separator, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(content);
        for (var line = 1; await lines.ReadLineAsync(cancellationToken) is { } text; line++)
        {
            yield return new CsvRow(line, text.Split(separator));
        }
    }
}

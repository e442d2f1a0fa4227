using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Writes the refusals of one file as NDJSON: <c>{contentKey}.ndjson</c>, and <c>{contentKey}-1.ndjson</c> and so on where they are many.</summary>
internal sealed class RejectsWriter(IBlobStore blobs, ShopId shop, string kind, string contentKey)
{
    private const int FileBytes = 16 * 1024 * 1024;
    private const int SamplesOfCode = 3;
    private readonly SortedDictionary<string, IReadOnlyList<Rejection>> _samples = new(StringComparer.Ordinal);
    private readonly MemoryStream _lines = new();
    private int _files;

    /// <summary>Refusals by code.</summary>
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>The first few refusals of each code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Rejection>> Samples => _samples;

    /// <summary>All refusals, without what was left out.</summary>
    public long Total { get; private set; }

    /// <summary>Records that are none of ours and were expected.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Counts a record that is none of ours, by its code.</summary>
    public void LeaveOut(string code)
    {
        LeftOut++;
        Counts[code] = Counts.GetValueOrDefault(code) + 1;
    }

    public async ValueTask AddAsync(Rejection rejection, CancellationToken cancellationToken)
    {
        Total++;
        Counts[rejection.Code] = Counts.GetValueOrDefault(rejection.Code) + 1;
        var samples = _samples.GetValueOrDefault(rejection.Code) ?? [];
        if (samples.Count < SamplesOfCode)
        {
            _samples[rejection.Code] = [.. samples, rejection];
        }

        JsonSerializer.Serialize(_lines, rejection, IntakeJson.Lines.Rejection);
        _lines.WriteByte((byte)'\n');
        if (_lines.Length > FileBytes)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is still in memory; nothing where nothing was refused.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_lines.Length == 0)
        {
            return;
        }

        var suffix = _files == 0 ? string.Empty : $"-{_files}";
        _lines.Position = 0;
        await blobs.PutAsync(
            new BlobName(BlobLayout.Rejects, $"{shop}/{kind}/{contentKey}{suffix}.ndjson"), _lines, BlobCondition.None, cancellationToken);
        _lines.SetLength(0);
        _files++;
    }
}

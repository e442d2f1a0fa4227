namespace BundleFunctions.Intake;

/// <summary>Cuts a text into records, one at a time, in flat memory.</summary>
internal interface IRecordReader : IDisposable
{
    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="RawFileException">The file as a whole is broken here.</exception>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The record's bytes, until the next read; empty where it was too long to be kept.</summary>
    ReadOnlyMemory<byte> Record { get; }

    /// <summary>1-based line on which the record starts.</summary>
    long Line { get; }

    /// <summary>Whether the record was longer than <see cref="IntakeLimits.RecordBytes"/>, and so was passed over.</summary>
    bool IsTooLong { get; }
}

namespace BundleFunctions.Lake.Parquet;

/// <summary>One page of a column, unfolded.</summary>
/// <param name="Count">Values, nulls with them.</param>
/// <param name="Encoding">Of <paramref name="Values"/>.</param>
/// <param name="Repetition">Levels, RLE.</param>
/// <param name="Definition">Levels, RLE.</param>
/// <param name="Values">Those that are there.</param>
internal sealed record Page(
    int Count, ParquetEncoding Encoding, ReadOnlyMemory<byte> Repetition, ReadOnlyMemory<byte> Definition, ReadOnlyMemory<byte> Values)
{
    public bool IsDictionary { get; init; }
}

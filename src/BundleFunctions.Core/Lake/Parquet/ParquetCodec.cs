namespace BundleFunctions.Lake.Parquet;

/// <summary>How pages are compressed; the numbers are the format's.</summary>
internal enum ParquetCodec
{
    Uncompressed = 0,
    Snappy = 1,
    Gzip = 2,
}

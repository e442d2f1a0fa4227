namespace BundleFunctions.Intake;

/// <summary>What a raw file is, by its first byte; its name does not matter.</summary>
internal enum TextFormat
{
    Empty,
    JsonLines,
    JsonArray,
    Csv,
    Parquet,
}

namespace BundleFunctions.Lake.Parquet;

/// <summary>What a page holds; the numbers are the format's.</summary>
internal enum PageType
{
    Data = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3,
}

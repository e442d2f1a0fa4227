namespace BundleFunctions.Intake;

/// <summary>What one file, record or field may be at most. Over a limit is a refusal with a code, never an exception.</summary>
public static class IntakeLimits
{
    /// <summary>Bytes of one record: an NDJSON line, an element of a JSON array, a CSV record.</summary>
    public const int RecordBytes = 1024 * 1024;

    /// <summary>Depth of JSON, the record itself being 1.</summary>
    public const int JsonDepth = 16;

    public const int ItemsPerEvent = 1000;

    /// <summary>Bytes that a compressed file may unfold to.</summary>
    public const long UnfoldedBytes = 16L * 1024 * 1024 * 1024;

    /// <summary>Bytes that a compressed file may unfold to for each of its own; real event files stay under 100.</summary>
    public const int UnfoldRatio = 250;

    /// <summary>Bytes that may unfold before the ratio is asked for.</summary>
    public const long UnfoldedBytesFree = 16 * 1024 * 1024;

    /// <summary>Characters of visitor, user, session and order ids.</summary>
    public const int PersonalIdLength = 256;

    public const int TitleLength = 500;

    public const int QueryLength = 500;

    public const int ChannelLength = 64;

    public const int UserAgentLength = 2000;

    public const int RecommendationIdLength = 256;

    public const int GroupIdLength = 128;

    public const int DescriptionLength = 20_000;

    /// <summary>Entries of a product's lists and attributes.</summary>
    public const int ValuesPerProduct = 100;

    public const int Quantity = 100_000;

    public const decimal Price = 1_000_000_000m;

    /// <summary>Records under which a file is never held back for its share of bad ones.</summary>
    public const int HoldFromRecords = 100;

    /// <summary>Event ids remembered within one file; duplicates after that many are left for the lake's reader.</summary>
    public const int RememberedIds = 2_000_000;
}

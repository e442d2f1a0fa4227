namespace BundleFunctions.Functions.Http;

/// <summary>How a body is written.</summary>
internal enum ContentCoding
{
    /// <summary>As it is.</summary>
    Identity,

    /// <summary>RFC 7932.</summary>
    Brotli,

    /// <summary>RFC 1952.</summary>
    Gzip,
}

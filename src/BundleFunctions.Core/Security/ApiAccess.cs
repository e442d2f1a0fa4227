namespace BundleFunctions.Security;

/// <summary>Whether a caller may go on.</summary>
public enum ApiAccess
{
    /// <summary>The key is the shop's and its role suffices.</summary>
    Granted,

    /// <summary>No key was presented.</summary>
    Missing,

    /// <summary>The key is unknown, another shop's, or of a lesser role; which of them is not told.</summary>
    Denied,
}

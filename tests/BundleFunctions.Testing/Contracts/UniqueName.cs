using System.Security.Cryptography;

namespace BundleFunctions.Testing;

/// <summary>Names for what tests create in a store that outlives them, such as an emulator.</summary>
public static class UniqueName
{
    /// <summary>The prefix and 16 hexadecimal digits; valid as a container's name.</summary>
    public static string Next(string prefix) => $"{prefix}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
}

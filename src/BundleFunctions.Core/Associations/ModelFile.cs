namespace BundleFunctions.Associations;

/// <summary>One file of a model folder.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ModelFile(string Name, long Length, string Sha256);

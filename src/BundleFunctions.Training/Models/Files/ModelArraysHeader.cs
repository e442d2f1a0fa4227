namespace BundleFunctions.Training.Models.Files;

/// <summary>What a model file says of itself before its arrays.</summary>
/// <param name="Model">The kind of model.</param>
/// <param name="Fingerprint">Its options.</param>
/// <param name="Arrays">The arrays, in the order in which they follow.</param>
internal sealed record ModelArraysHeader(string Model, string Fingerprint, IReadOnlyList<ModelArraysHeader.Entry> Arrays)
{
    /// <param name="Name">The array's name.</param>
    /// <param name="Type"><c>i4</c>, <c>i8</c>, <c>f4</c>, <c>f8</c> or <c>u1</c>.</param>
    /// <param name="Length">Elements.</param>
    internal sealed record Entry(string Name, string Type, int Length);
}

namespace BundleFunctions.Intake.Maps;

/// <summary>A map cannot be used.</summary>
/// <param name="faults">What is wrong with it, each with its place in the file.</param>
public sealed class InvalidMapException(IReadOnlyList<string> faults) : Exception(string.Join(" ", faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}

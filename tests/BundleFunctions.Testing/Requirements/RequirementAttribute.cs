namespace BundleFunctions.Testing;

/// <summary>On a test class: something outside the repository that its <see cref="ContractFactAttribute"/> tests need.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequirementAttribute : Attribute
{
    /// <summary>Why the tests are reported as skipped, with what to do about it; null where they can run, or must.</summary>
    public abstract string? SkipReason { get; }
}

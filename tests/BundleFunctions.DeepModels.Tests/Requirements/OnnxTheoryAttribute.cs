namespace BundleFunctions.DeepModels.Tests.Requirements;

/// <summary>As <see cref="OnnxFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnnxTheoryAttribute : TheoryAttribute
{
    public OnnxTheoryAttribute() => Skip = OnnxFactAttribute.Missing;
}

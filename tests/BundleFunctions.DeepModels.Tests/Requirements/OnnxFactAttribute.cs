using BundleFunctions.Onnx;

namespace BundleFunctions.DeepModels.Tests.Requirements;

/// <summary>A fact that runs networks; reported as skipped where ONNX Runtime is absent, and failing there in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnnxFactAttribute : FactAttribute
{
    public OnnxFactAttribute() => Skip = Missing;

    internal static string? Missing { get; } =
        new OnnxRuntime() is { IsPresent: false } absent && Environment.GetEnvironmentVariable("CI") is not "true" ? $"{absent.About}: run eng/setup-onnx." : null;
}

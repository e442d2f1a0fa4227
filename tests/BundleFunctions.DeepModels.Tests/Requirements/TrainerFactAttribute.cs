using BundleFunctions.DeepModels.Training;
using BundleFunctions.Onnx;

namespace BundleFunctions.DeepModels.Tests.Requirements;

/// <summary>A fact that starts the trainer; reported as skipped where PyTorch or ONNX Runtime are absent, and failing there in continuous
/// integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TrainerFactAttribute : FactAttribute
{
    public TrainerFactAttribute()
    {
        var runtime = new OnnxRuntime();
        var missing = TrainerPlace.Find(new DeepOptions()).Missing ?? (runtime.IsPresent ? null : $"{runtime.About}: run eng/setup-onnx.");
        Skip = Environment.GetEnvironmentVariable("CI") is "true" ? null : missing;
    }
}

using BundleFunctions.Onnx;
using BundleFunctions.Ports;
using BundleFunctions.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What runs networks, and answers sessions by them.</summary>
internal static class ScoringServices
{
    public static IServiceCollection AddScoring(this IServiceCollection services) => services
        .AddSingleton<ITensorRuntime, OnnxRuntime>()
        .AddSingleton<ISessionScorer, SessionScorer>();
}

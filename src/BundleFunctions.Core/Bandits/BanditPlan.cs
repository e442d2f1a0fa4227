using BundleFunctions.Experiments;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Bandits;

/// <summary>What the bandits know at one moment.</summary>
/// <param name="View">Their table and its options.</param>
/// <param name="Stamp">Differs with the time bucket and with what was learnt.</param>
internal sealed record BanditPlan(ExperimentView View, long Stamp) : StepPlan(Stamp);

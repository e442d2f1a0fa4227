using System.Runtime.InteropServices;

namespace BundleFunctions.Bandits;

/// <summary>One choice that was made, what it gave, and what another policy would have done.</summary>
/// <param name="Propensity">Probability with which the arm was chosen, above 0.</param>
/// <param name="Target">Probability with which the other policy would have chosen it, 0..1.</param>
/// <param name="Reward">What it gave.</param>
/// <param name="Predicted">What a model had expected of the arm; 0 where there is no model.</param>
/// <param name="TargetPredicted">What the model expects of the other policy here: the mean of its predictions under that policy; 0 where there is no model.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LoggedChoice(double Propensity, double Target, double Reward, double Predicted = 0, double TargetPredicted = 0);

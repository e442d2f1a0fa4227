using BundleFunctions.Bandits;

namespace BundleFunctions.Experiments;

/// <summary>What a shop tries out at one moment.</summary>
/// <param name="Book">Its experiments.</param>
/// <param name="Table">What its bandits have learnt; null where they have not begun.</param>
public sealed record ExperimentView(ExperimentBook Book, BanditTable? Table);

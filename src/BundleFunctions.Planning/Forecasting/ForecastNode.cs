namespace BundleFunctions.Planning.Forecasting;

/// <summary>A forecast of one thing and of its parts: a shop, its categories, their products.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Means">Forecast a step, 0 or more, as many steps everywhere in the tree.</param>
/// <param name="Variance">How far it is believed to be off: mean squared error a step, above 0.</param>
/// <param name="Parts">What it is the sum of; none for a product.</param>
public sealed record ForecastNode(string Key, IReadOnlyList<double> Means, double Variance, IReadOnlyList<ForecastNode> Parts);

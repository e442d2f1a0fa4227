namespace BundleFunctions.Pricing;

/// <summary>What is believed of a product of one level that has no history of its own.</summary>
/// <param name="Mean">Own-price elasticity.</param>
/// <param name="Sd">Its standard deviation: that of the level's mean, and of products around it.</param>
/// <param name="Products">Products with a history behind it.</param>
public sealed record ElasticityLevel(double Mean, double Sd, int Products);

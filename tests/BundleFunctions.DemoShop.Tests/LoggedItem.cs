namespace BundleFunctions.DemoShop.Tests;

/// <summary>One item of an event line.</summary>
public sealed record LoggedItem(string ProductId, int Quantity, decimal? UnitPrice, decimal? Discount);

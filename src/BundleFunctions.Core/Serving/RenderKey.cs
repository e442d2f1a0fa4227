namespace BundleFunctions.Serving;

/// <summary>A rendered answer of one view; the default product is the home page.</summary>
internal readonly record struct RenderKey(int View, ProductId Product, int Query);

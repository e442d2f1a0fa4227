namespace BundleFunctions.Serving;

/// <summary>A rendered answer of one view; the default product is the home page.</summary>
/// <param name="View">The view.</param>
/// <param name="Product">The page's product.</param>
/// <param name="Query">The question, packed.</param>
/// <param name="Stamp">What rules and experiments do to it.</param>
internal readonly record struct RenderKey(int View, ProductId Product, int Query, long Stamp);

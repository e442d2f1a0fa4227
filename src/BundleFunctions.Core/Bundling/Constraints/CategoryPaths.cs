namespace BundleFunctions.Bundling.Constraints;

/// <summary>Compares category paths such as <c>Cameras/Accessories/Memory</c>.</summary>
internal static class CategoryPaths
{
    /// <summary>Whether one of the product's categories is the given one or lies below it; levels are compared whole, case counts.</summary>
    public static bool Holds(Product product, string category)
    {
        for (var i = 0; i < product.Categories.Count; i++)
        {
            var path = product.Categories[i];
            if (path.StartsWith(category, StringComparison.Ordinal) && (path.Length == category.Length || path[category.Length] == '/'))
            {
                return true;
            }
        }

        return false;
    }
}

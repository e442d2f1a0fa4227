namespace BundleFunctions.DemoShop.Files;

/// <summary>Which drop box a file belongs into.</summary>
public enum DemoFileKind
{
    /// <summary>Products.</summary>
    Catalogue,

    /// <summary>Events of one day.</summary>
    Events,
}

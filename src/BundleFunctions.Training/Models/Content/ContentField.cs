namespace BundleFunctions.Training.Models.Content;

/// <summary>What of an item's content is compared.</summary>
public enum ContentField
{
    /// <summary>Words of the title.</summary>
    Title,

    /// <summary>Runs of characters of the title's words.</summary>
    TitleGrams,

    /// <summary>Words of the description.</summary>
    Description,

    /// <summary>Words of the category paths.</summary>
    CategoryWords,

    /// <summary>Each level of the category paths, with all above it.</summary>
    CategoryLevels,

    /// <summary>The last level of the category paths, wherever it stands.</summary>
    CategoryLeaf,

    /// <summary>The brand as one term.</summary>
    Brand,

    /// <summary>Each attribute with its value.</summary>
    Attributes,

    /// <summary>The price's level, half an octave wide, and the one above it: near prices share one.</summary>
    Price,
}

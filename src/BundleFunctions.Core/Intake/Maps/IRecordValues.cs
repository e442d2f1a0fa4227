namespace BundleFunctions.Intake.Maps;

/// <summary>The values of one record, by the numbers of their places.</summary>
internal interface IRecordValues
{
    /// <summary>The text in a place; null where there is none, or an empty one. What is there and is no text is a fault.</summary>
    FieldFault? Read(int place, out string? text);

    /// <summary>Adds all texts in a place: those of an array, or the one.</summary>
    FieldFault? ReadAll(int place, List<string> into);

    /// <summary>Adds the properties of an object in a place, each with its first text.</summary>
    void ReadProperties(int place, SortedDictionary<string, string> into);
}

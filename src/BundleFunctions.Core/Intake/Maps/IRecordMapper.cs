namespace BundleFunctions.Intake.Maps;

/// <summary>Turns the values of a record into a draft.</summary>
internal interface IRecordMapper
{
    /// <summary>The places that it reads.</summary>
    MapPlaces Places { get; }

    /// <summary>Texts that are none, for whoever gives values.</summary>
    ValueTexts Texts { get; }

    /// <summary>Forgets the record before, where this one cannot be read at all.</summary>
    void Clear();

    /// <summary>Reads one record; the draft is cleared first. Fields that can be read are read even where others are at fault.</summary>
    FieldFault? Read(IRecordValues values, int unknownFields);
}

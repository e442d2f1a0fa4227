namespace BundleFunctions.Intake;

/// <summary>Events by their age when their file was written. Events ahead of it tell of a clock that is wrong, or of a time zone left out.</summary>
public sealed class ArrivalCounts
{
    /// <summary>More than a minute ahead.</summary>
    public long Ahead { get; set; }

    public long WithinAnHour { get; set; }

    public long WithinADay { get; set; }

    public long WithinAWeek { get; set; }

    public long Older { get; set; }

    /// <summary>The most that an event was ahead, in seconds.</summary>
    public double MostAheadSeconds { get; set; }
}

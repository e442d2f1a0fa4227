namespace BundleFunctions.Planning.Alarms;

/// <summary>What a series did that it does not usually do.</summary>
public enum AlarmKind
{
    /// <summary>One day far above what was usual.</summary>
    Spike,

    /// <summary>One day far below.</summary>
    Drop,

    /// <summary>Day after day above what was usual.</summary>
    ShiftUp,

    /// <summary>Day after day below.</summary>
    ShiftDown,
}

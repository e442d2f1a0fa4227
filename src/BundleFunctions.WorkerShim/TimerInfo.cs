namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about the occurrence that started it.</summary>
public class TimerInfo
{
    /// <summary>The schedule's last and next occurrence; null where the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether the run makes up for an occurrence that was missed.</summary>
    public bool IsPastDue { get; set; }
}

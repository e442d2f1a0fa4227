namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>When, about one durable step, the process dies.</summary>
public enum KillMoment
{
    /// <summary>Before the store is asked.</summary>
    Before,

    /// <summary>While the store reads what it is to write, half of it given.</summary>
    Within,

    /// <summary>When the store has done it and nobody knows yet.</summary>
    After,
}

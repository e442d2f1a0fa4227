namespace BundleFunctions.Testing;

/// <summary>What goes wrong with one request to the <see cref="ContainerAppsStandIn"/>.</summary>
public enum StandInFault
{
    None,

    /// <summary>429 with Retry-After of no wait; nothing is done.</summary>
    Throttled,

    /// <summary>403; nothing is done.</summary>
    Forbidden,

    /// <summary>500; nothing is done.</summary>
    Error,

    /// <summary>503; nothing is done.</summary>
    Unavailable,

    /// <summary>500 although it was done.</summary>
    ErrorAfterwards,

    /// <summary>It was done, and the connection broke before the answer.</summary>
    AnswerLost,

    /// <summary>It was done, and no answer ever comes.</summary>
    AnswerHangs,

    /// <summary>The connection could not be made; nothing is done.</summary>
    Unreachable,

    /// <summary>It was done; the answer is no JSON.</summary>
    Garbage,

    /// <summary>It was done; the answer is JSON of another shape.</summary>
    WrongShape,

    /// <summary>It was done; the answer is 202 without a body.</summary>
    Accepted,
}

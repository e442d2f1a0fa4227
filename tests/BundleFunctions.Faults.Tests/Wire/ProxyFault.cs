namespace BundleFunctions.Faults.Tests.Wire;

/// <summary>What goes wrong with one request.</summary>
public enum ProxyFault
{
    /// <summary>Status 500; nothing was done.</summary>
    ServerError,

    /// <summary>Status 503, <c>ServerBusy</c>; nothing was done.</summary>
    Busy,

    /// <summary>The connection is reset; nothing was done.</summary>
    Reset,

    /// <summary>The service does what was asked, and the connection is reset before the answer.</summary>
    AnswerLost,

    /// <summary>The answer's body ends in the middle, and the connection is reset.</summary>
    ShortBody,

    /// <summary>The answer's body stands still in the middle.</summary>
    SlowBody,
}

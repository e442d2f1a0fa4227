namespace BundleFunctions.Audiences;

/// <summary>A shop has nothing that an audience could be found by; the message says what is missing.</summary>
public sealed class NoAudienceException : InvalidOperationException
{
    public NoAudienceException()
    {
    }

    public NoAudienceException(string message)
        : base(message)
    {
    }

    public NoAudienceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace BundleFunctions.Intake;

/// <summary>A raw file is broken as a whole; intake turns it into a refusal of the file.</summary>
internal sealed class RawFileException(string code, string message, long line = 1) : Exception(message)
{
    public string Code { get; } = code;

    public long Line { get; } = line;
}

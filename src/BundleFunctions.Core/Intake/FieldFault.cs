namespace BundleFunctions.Intake;

/// <summary>What is wrong with one record, before it is known where the record stands.</summary>
/// <param name="Field">The field at fault, as the file names it; null where the whole record is.</param>
/// <param name="Code">One of <see cref="RejectCodes"/>, or an import map's own.</param>
/// <param name="Reason">What was expected.</param>
/// <param name="Found">What was found; null where it may be personal or is not there.</param>
public sealed record FieldFault(string? Field, string Code, string Reason, string? Found = null)
{
    private const int MaxFound = 200;

    /// <summary>Whether the record is none of ours and was expected: it is counted, and neither listed nor held against the file.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The fault as the rejects file tells it.</summary>
    public Rejection At(string file, long line) => new(file, line, Field, Code, Reason, Cut(Found));

    private static string? Cut(string? text)
    {
        if (text is not { Length: > MaxFound })
        {
            return text;
        }

        // Half of a surrogate pair could not be written as UTF-8.
        return text[..(char.IsHighSurrogate(text[MaxFound - 1]) ? MaxFound - 1 : MaxFound)];
    }
}

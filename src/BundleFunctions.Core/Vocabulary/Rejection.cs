namespace BundleFunctions;

/// <summary>One refused line, for the person who has to mend it.</summary>
/// <param name="File">The blob, as <c>container/path</c>.</param>
/// <param name="Line">1-based line of the file on which the record starts.</param>
/// <param name="Field">The field at fault, as the file names it; null where the whole record is.</param>
/// <param name="Code">A stable code in snake_case, such as <c>price_not_a_number</c>.</param>
/// <param name="Reason">What was expected.</param>
/// <param name="Found">What was found, cut to 200 characters.</param>
public sealed record Rejection(string File, long Line, string? Field, string Code, string Reason, string? Found);

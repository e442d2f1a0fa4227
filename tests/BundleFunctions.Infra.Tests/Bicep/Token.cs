namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>One piece of a Bicep file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">As written; of a text, what stands between its quotes.</param>
/// <param name="Line">From 1.</param>
/// <param name="IsVerbatim">A text in triple quotes: nothing in it is an expression.</param>
internal readonly record struct Token(TokenKind Kind, string Value, int Line, bool IsVerbatim = false);

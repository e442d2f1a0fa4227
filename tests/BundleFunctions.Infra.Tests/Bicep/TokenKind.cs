namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>What a piece of a Bicep file is.</summary>
internal enum TokenKind
{
    Name,
    Number,
    Text,
    Sign,
    NewLine,
    End,
}

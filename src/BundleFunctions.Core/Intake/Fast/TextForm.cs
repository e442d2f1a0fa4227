namespace BundleFunctions.Intake.Fast;

/// <summary>What stands in a text.</summary>
[Flags]
internal enum TextForm
{
    /// <summary>Printable ASCII only.</summary>
    Plain = 0,

    /// <summary>Bytes of 0x7F and above.</summary>
    Wide = 1,

    /// <summary>Escapes that have to be taken out.</summary>
    Escaped = 2,

    /// <summary>It is a number.</summary>
    Number = 4,

    /// <summary>It is a number with a decimal point.</summary>
    Decimal = 8,
}

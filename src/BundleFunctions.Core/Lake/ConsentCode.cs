namespace BundleFunctions.Lake;

/// <summary><see cref="Consent"/> in one byte.</summary>
[Flags]
internal enum ConsentCode : byte
{
    /// <summary>The event says nothing of consent.</summary>
    Absent = 0,

    /// <summary>The event speaks of consent; alone, it agrees to nothing.</summary>
    Said = 1,

    Personalization = 2,

    Analytics = 4,
}

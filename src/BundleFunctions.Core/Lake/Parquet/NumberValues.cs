namespace BundleFunctions.Lake.Parquet;

/// <summary>Whole numbers in plain encoding.</summary>
internal static class NumberValues
{
    private const long JulianDayOf1970 = 2_440_588;
    private const long NanosecondsPerDay = 86_400_000_000_000;

    /// <summary>Reads 32 or 64 bits, or the 96 bits in which older writers keep times: then nanoseconds since 1970.</summary>
    /// <exception cref="InvalidDataException">The column holds something else, or too little.</exception>
    public static void Plain(ref ByteCursor from, SchemaLeaf leaf, Span<long> into)
    {
        switch (leaf.Node.Type)
        {
            case PhysicalType.Int32:
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = from.Int32();
                }

                break;
            case PhysicalType.Int64:
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = from.Int64();
                }

                break;
            case PhysicalType.Int96:
                for (var i = 0; i < into.Length; i++)
                {
                    var nanoseconds = from.Int64();
                    into[i] = unchecked(nanoseconds + (((uint)from.Int32() - JulianDayOf1970) * NanosecondsPerDay));
                }

                break;
            default:
                throw new InvalidDataException($"The Parquet column {leaf.Name} holds {leaf.Node.Type} where whole numbers were expected.");
        }
    }
}

namespace BundleFunctions.Intake;

/// <summary>Finds out what stands between the fields of CSV.</summary>
internal static class CsvSeparator
{
    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>The candidate that stands most often in the first line that is not blank, outside quotes; of equals the first.</summary>
    /// <param name="head">The start of the text.</param>
    public static char Find(ReadOnlySpan<byte> head)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        var (isQuoted, isBlank) = (false, true);
        foreach (var b in head)
        {
            if (b == '\n' && !isQuoted && !isBlank)
            {
                break;
            }

            isQuoted ^= b == '"';
            isBlank &= b is (byte)' ' or (byte)'\r' or (byte)'\n';
            if (!isQuoted && Candidates.IndexOf(b) is >= 0 and var candidate)
            {
                counts[candidate]++;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return (char)Candidates[best];
    }
}

using System.IO.Compression;
using BundleFunctions.Intake;

namespace BundleFunctions.Privacy;

/// <summary>Writes a raw file without some of its records. All others keep their bytes; in files of lines they keep their line numbers too,
/// so that what was told of them stays true.</summary>
internal static class RawRewriter
{
    /// <summary>Writes the file to <paramref name="output"/>, compressed where it was. A record too long to be looked at is left out.</summary>
    public static async Task WriteAsync(Stream raw, RawScan scan, PersonTokens tokens, bool isGzip, Stream output, CancellationToken cancellationToken)
    {
        await using var text = await RawText.OpenAsync(raw, cancellationToken);
        if (isGzip)
        {
            await using var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
            await WriteAsync(text, scan, tokens, gzip, cancellationToken);
        }
        else
        {
            await WriteAsync(text, scan, tokens, output, cancellationToken);
        }
    }

    private static Task WriteAsync(RawText text, RawScan scan, PersonTokens tokens, Stream output, CancellationToken cancellationToken) =>
        scan.Format == TextFormat.JsonArray
            ? WriteArrayAsync(text.Content, scan.Places, output, cancellationToken)
            : WriteLinesAsync(text.Content, scan, tokens, output, cancellationToken);

    private static async Task WriteLinesAsync(Stream content, RawScan scan, PersonTokens tokens, Stream output, CancellationToken cancellationToken)
    {
        using var lines = new LineReader(content);
        var next = 0;
        while (await lines.ReadLineAsync(cancellationToken))
        {
            while (next < scan.Places.Count && scan.Places[next].To <= lines.Line)
            {
                next++;
            }

            // A line of CSV that is no row of its own, and names the person, belongs to a row that could not be read.
            var isTheirs = (next < scan.Places.Count && scan.Places[next].From <= lines.Line)
                || (scan.Format == TextFormat.Csv && lines.Line > 1 && tokens.IsIn(lines.Record.Span, strictly: true));
            if (!isTheirs)
            {
                await output.WriteAsync(lines.Record, cancellationToken);
            }

            output.WriteByte((byte)'\n');
        }
    }

    private static async Task WriteArrayAsync(
        Stream content, IReadOnlyList<(long From, long To)> places, Stream output, CancellationToken cancellationToken)
    {
        using var elements = new JsonArrayReader(content);
        var (index, next, isFirst) = (0L, 0, true);
        output.WriteByte((byte)'[');
        for (; await elements.ReadAsync(cancellationToken); index++)
        {
            if (next < places.Count && places[next].From == index)
            {
                next++;
            }
            else if (!elements.IsTooLong)
            {
                await output.WriteAsync(isFirst ? "\n"u8.ToArray() : ",\n"u8.ToArray(), cancellationToken);
                await output.WriteAsync(elements.Record, cancellationToken);
                isFirst = false;
            }
        }

        await output.WriteAsync("\n]\n"u8.ToArray(), cancellationToken);
    }
}

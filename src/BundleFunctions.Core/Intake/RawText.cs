namespace BundleFunctions.Intake;

/// <summary>The text inside a raw file: unfolded, without its byte order mark, its format known.</summary>
internal sealed class RawText : IAsyncDisposable
{
    private const int SniffBytes = 4096;
    private readonly Stream? _unfolding;

    private RawText(TextFormat format, char separator, Stream content, Stream? unfolding)
    {
        Format = format;
        Separator = separator;
        Content = content;
        _unfolding = unfolding;
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Parquet => "PAR1"u8;

    public TextFormat Format { get; }

    /// <summary>What stands between the fields of CSV, by its first line; a comma where nothing tells.</summary>
    public char Separator { get; }

    /// <summary>UTF-8, from its first byte that is no byte order mark; of Parquet its bytes.</summary>
    public Stream Content { get; }

    /// <summary>Looks at the first bytes of a raw file; the file stays its caller's.</summary>
    /// <exception cref="RawFileException">It is gzip within gzip, or text in another encoding.</exception>
    public static async Task<RawText> OpenAsync(Stream raw, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(raw, cancellationToken);
        Stream content = new CountingStream(head, raw);
        Stream? unfolding = null;
        if (IsGzip(head))
        {
            unfolding = new UnfoldingStream((CountingStream)content);
            head = await ReadHeadAsync(unfolding, cancellationToken);
            content = new CountingStream(head, unfolding);
            if (IsGzip(head))
            {
                throw new RawFileException(RejectCodes.GzipNested, "Expected text inside the gzip; found gzip again.");
            }
        }

        if (head.AsSpan().StartsWith(Parquet))
        {
            return new RawText(TextFormat.Parquet, default, content, unfolding);
        }

        var mark = head.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || head.AsSpan(0, Math.Min(head.Length, 4)).Contains((byte)0))
        {
            throw new RawFileException(RejectCodes.EncodingNotUtf8, "Expected UTF-8; found the marks of UTF-16 or UTF-32.");
        }

        if (mark > 0)
        {
            await content.ReadExactlyAsync(new byte[mark], cancellationToken);
        }

        var format = Sniff(head.AsSpan(mark));
        return new RawText(format, format == TextFormat.Csv ? CsvSeparator.Find(head.AsSpan(mark)) : default, content, unfolding);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _unfolding?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    private static TextFormat Sniff(ReadOnlySpan<byte> text)
    {
        var first = text.IndexOfAnyExcept(" \t\r\n"u8);

        // Blanks as far as can be seen: the reader of lines goes past them, however many they are.
        return first < 0 ? (text.Length < SniffBytes - ByteOrderMark.Length ? TextFormat.Empty : TextFormat.JsonLines)
            : text[first] == '{' ? TextFormat.JsonLines
            : text[first] == '[' ? TextFormat.JsonArray
            : TextFormat.Csv;
    }

    private static async Task<byte[]> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[SniffBytes];
        var length = await stream.ReadAtLeastAsync(head, SniffBytes, throwOnEndOfStream: false, cancellationToken);
        return head[..length];
    }
}

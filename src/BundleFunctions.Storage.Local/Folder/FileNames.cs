using System.Text;

namespace BundleFunctions.Storage.Local;

/// <summary>Maps blob paths to relative file paths and back, so that names differ on disk exactly where they differ in the store.</summary>
/// <remarks>
/// A plain name such as <c>shop/day=2026-01-01/part-1.ndjson</c> lies under itself. Else: what a file system may take for something
/// else (capitals, non-ASCII letters, dots at the ends, device names of Windows) is written as <c>%xx</c>, the UTF-8 bytes in lower-case
/// hexadecimal; folders hold no dot and files hold one, or end in <c>%</c>, so that <c>a</c> and <c>a/b</c> can both exist; a segment
/// longer than a file name may be is cut into folders that end in <c>%+</c>.
/// </remarks>
internal static class FileNames
{
    private const int PieceLength = 168;
    private const string Continues = "%+";
    private const string NothingLeft = "%-";
    private const string PlainCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-_=+,@~()[]{}!&' ";

    private static readonly HashSet<string> DeviceNames = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })], StringComparer.Ordinal);

    /// <summary>The file's path below its container's folder, with <c>/</c> between the parts.</summary>
    public static string Encode(string blobPath)
    {
        var result = new StringBuilder(blobPath.Length + 8);
        var segments = blobPath.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var isFile = i == segments.Length - 1;
            var pieces = Cut(segments[i]);
            for (var j = 0; j < pieces.Count; j++)
            {
                var continues = j < pieces.Count - 1;
                result.Append(result.Length == 0 ? "" : "/").Append(EncodePiece(pieces[j], isFile && !continues)).Append(continues ? Continues : "");
            }
        }

        return result.ToString();
    }

    /// <summary>What a folder's name adds to a blob's path, with the <c>/</c> that ends a segment; null where we would never write that name.</summary>
    public static string? DecodeFolder(string name)
    {
        var continues = name.EndsWith(Continues, StringComparison.Ordinal);
        var piece = Unescape(continues ? name[..^Continues.Length] : string.Equals(name, NothingLeft, StringComparison.Ordinal) ? "" : name);
        return piece is not null && string.Equals(EncodePiece(piece, isFile: false) + (continues ? Continues : ""), name, StringComparison.Ordinal)
            ? piece + (continues ? "" : "/")
            : null;
    }

    /// <summary>What a file's name adds to a blob's path; null where we would never write that name.</summary>
    public static string? DecodeFile(string name)
    {
        var piece = Unescape(name.EndsWith('%') ? name[..^1] : name);
        return piece is not null && string.Equals(EncodePiece(piece, isFile: true), name, StringComparison.Ordinal) ? piece : null;
    }

    // Every segment that begins with a whole piece lies below that piece's folder, even where nothing is left over: so a walk in the
    // order of the names on disk is a walk in the order of the paths.
    private static List<string> Cut(string segment)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var length = 0;
        foreach (var rune in segment.EnumerateRunes())
        {
            piece.Append(rune);
            length += IsPlain(rune) ? 1 : 3 * rune.Utf8SequenceLength;
            if (length >= PieceLength)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                length = 0;
            }
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string EncodePiece(string piece, bool isFile)
    {
        if (piece.Length == 0)
        {
            return isFile ? "%" : NothingLeft;
        }

        var result = new StringBuilder(piece.Length + 8);
        var isDevice = DeviceNames.Contains(piece.Split('.')[0]);
        var holdsDot = false;
        var at = 0;
        foreach (var rune in piece.EnumerateRunes())
        {
            var atEnd = at == 0 || at + rune.Utf16SequenceLength == piece.Length;
            var isInnerDot = rune.Value == '.' && isFile && !atEnd;
            holdsDot |= isInnerDot;
            if (isInnerDot || (IsPlain(rune) && !(rune.Value == ' ' && atEnd) && !(at == 0 && isDevice)))
            {
                result.Append(rune);
            }
            else
            {
                AppendEscaped(result, rune);
            }

            at += rune.Utf16SequenceLength;
        }

        return result.Append(isFile && !holdsDot ? "%" : "").ToString();
    }

    private static bool IsPlain(Rune rune) => rune.IsAscii && PlainCharacters.Contains((char)rune.Value, StringComparison.Ordinal);

    private static void AppendEscaped(StringBuilder result, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
        {
            result.Append('%').Append(Convert.ToHexStringLower([value]));
        }
    }

    private static string? Unescape(string name)
    {
        var bytes = new List<byte>(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '%')
            {
                if (!char.IsAscii(name[i]))
                {
                    return null;
                }

                bytes.Add((byte)name[i]);
            }
            else if (i + 2 < name.Length && char.IsAsciiHexDigitLower(name[i + 1]) && char.IsAsciiHexDigitLower(name[i + 2]))
            {
                bytes.Add(Convert.FromHexString(name.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}

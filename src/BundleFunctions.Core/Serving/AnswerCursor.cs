using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace BundleFunctions.Serving;

/// <summary>Where the next page of an answer begins: pages of one cursor chain are of one generation, whatever is published meanwhile.</summary>
/// <param name="Generation">The generation of the first page.</param>
/// <param name="Offset">Bundles that were given before, 0..<see cref="MaxOffset"/>.</param>
public sealed record AnswerCursor(GenerationId Generation, int Offset)
{
    public const int MaxOffset = 1000;

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string text, out AnswerCursor cursor)
    {
        cursor = new AnswerCursor(default, 0);
        if (text.Length > 200 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        if (parts.Length != 2
            || !GenerationId.TryParse(parts[0], out var generation)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || offset > MaxOffset)
        {
            return false;
        }

        cursor = new AnswerCursor(generation, offset);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Generation.Value}:{Offset}")));
}

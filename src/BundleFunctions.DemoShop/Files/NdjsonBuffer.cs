using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BundleFunctions.DemoShop.Files;

/// <summary>Lines of JSON in UTF-8, each ended by a line feed.</summary>
internal sealed class NdjsonBuffer
{
    // Text stays readable: umlauts and ampersands as they are. The files are data, never part of a page.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly Utf8JsonWriter _json;

    public NdjsonBuffer() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>How many lines there are.</summary>
    public int Lines { get; private set; }

    /// <summary>Adds one line that the caller writes, and returns where it lies.</summary>
    public Range AddLine(Action<Utf8JsonWriter> write)
    {
        var start = _buffer.WrittenCount;
        write(_json);
        _json.Flush();
        _json.Reset(_buffer);
        var end = _buffer.WrittenCount;
        EndLine();
        return start..end;
    }

    /// <summary>Adds one line as it stands.</summary>
    public void AddLine(ReadOnlySpan<byte> line)
    {
        _buffer.Write(line);
        EndLine();
    }

    /// <summary>A copy of a line that <see cref="AddLine(Action{Utf8JsonWriter})"/> placed.</summary>
    public byte[] Copy(Range line) => _buffer.WrittenSpan[line].ToArray();

    public ReadOnlyMemory<byte> ToMemory() => _buffer.WrittenMemory;

    private void EndLine()
    {
        _buffer.Write("\n"u8);
        Lines++;
    }
}

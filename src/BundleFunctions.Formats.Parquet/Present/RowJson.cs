using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BundleFunctions.Formats.Parquet;

/// <summary>Writes rows as JSON objects: structures and maps become objects, lists arrays, times RFC 3339, bytes base 64.</summary>
internal sealed class RowJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;

    public RowJson() => _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>One row; valid until the next.</summary>
    public ReadOnlyMemory<byte> Of(IDictionary<string, object> row)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        Write(row);
        _writer.Flush();
        return _buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                _writer.WriteNullValue();
                break;
            case string text:
                _writer.WriteStringValue(text);
                break;
            case bool truth:
                _writer.WriteBooleanValue(truth);
                break;
            case decimal number:
                _writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                _writer.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                _writer.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                _writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                _writer.WriteNumberValue(number);
                break;
            case DateTime time:
                // Parquet knows no zone: a time that is not marked as local is UTC.
                _writer.WriteStringValue(DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                _writer.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                _writer.WriteBase64StringValue(bytes);
                break;
            case IDictionary map:
                WriteMap(map);
                break;
            case IEnumerable list:
                WriteList(list);
                break;
            default:
                _writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private void WriteMap(IDictionary map)
    {
        _writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            _writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty);
            Write(entry.Value);
        }

        _writer.WriteEndObject();
    }

    private void WriteList(IEnumerable list)
    {
        _writer.WriteStartArray();
        foreach (var element in list)
        {
            Write(element);
        }

        _writer.WriteEndArray();
    }
}

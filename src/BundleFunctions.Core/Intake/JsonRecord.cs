using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BundleFunctions.Intake;

/// <summary>What every JSON record goes through before its fields are read, and how one of its values becomes text.</summary>
internal static class JsonRecord
{
    /// <summary>Reads the fields of one object into <paramref name="target"/>; its property name is the current token.</summary>
    public delegate FieldFault? FieldReader<in T>(ref Utf8JsonReader reader, T target);

    /// <summary>Reads one record. Whatever is wrong with it is a fault, never an exception.</summary>
    public static FieldFault? Read<T>(ReadOnlySpan<byte> json, T target, FieldReader<T> readField)
    {
        if (!Utf8.IsValid(json))
        {
            return new(null, RejectCodes.NotUtf8, "Expected UTF-8.");
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = IntakeLimits.JsonDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return new(null, RejectCodes.NotAnObject, "Expected one JSON object.", reader.TokenType.ToString());
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (readField(ref reader, target) is { } fault)
                {
                    return fault;
                }
            }

            return reader.Read() ? new(null, RejectCodes.MalformedJson, "Expected nothing after the object.") : null;
        }
        catch (JsonException e)
        {
            // The reader stops on the bracket that would be one too deep, and counts it only after it.
            return reader.CurrentDepth >= IntakeLimits.JsonDepth - 1
                ? new(null, RejectCodes.JsonTooDeep, $"Expected at most {IntakeLimits.JsonDepth} levels of nesting.")
                : new(null, RejectCodes.MalformedJson, $"Expected one JSON object on one line; it breaks at byte {e.BytePositionInLine} of the record.");
        }
        catch (InvalidOperationException)
        {
            // GetString on an escaped half of a surrogate pair.
            return new(null, RejectCodes.TextInvalid, "Expected well-formed text; found half of a surrogate pair.");
        }
    }

    /// <summary>Whether a record that cannot be read breaks for its depth.</summary>
    public static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = IntakeLimits.JsonDepth });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            // The reader stops on the bracket that would be one too deep, and counts it only after it.
            return reader.CurrentDepth >= IntakeLimits.JsonDepth - 1;
        }

        return false;
    }

    /// <summary>The text of the value that follows: of a string or a number, as it stands; null for null.</summary>
    public static FieldFault? Text(ref Utf8JsonReader reader, string field, out string? text)
    {
        text = null;
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                text = reader.GetString();
                return null;
            case JsonTokenType.Number:
                text = Encoding.ASCII.GetString(reader.ValueSpan);
                return null;
            case JsonTokenType.Null:
                return null;
            default:
                var found = reader.TokenType;
                return new(field, RejectCodes.FieldWrongType, "Expected a text or a number.", found.ToString());
        }
    }

    /// <summary>An identifier's text: a string, or a whole number as it stands ("007" and 7 differ).</summary>
    public static FieldFault? IdText(ref Utf8JsonReader reader, string field, out string? text)
    {
        if (Text(ref reader, field, out text) is { } fault)
        {
            return fault;
        }

        return reader.TokenType == JsonTokenType.Number && reader.ValueSpan.IndexOfAnyExcept("-0123456789"u8) >= 0
            ? new(field, RejectCodes.FieldWrongType, "Expected a text or a whole number.", text)
            : null;
    }

    /// <summary>A truth value as text: true, false, or null.</summary>
    public static FieldFault? BooleanText(ref Utf8JsonReader reader, string field, out string? text)
    {
        reader.Read();
        text = reader.TokenType switch
        {
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        return text is null && reader.TokenType != JsonTokenType.Null
            ? new(field, RejectCodes.NotABoolean, "Expected true or false.", reader.TokenType.ToString())
            : null;
    }

    /// <summary>Goes past the value that follows.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}

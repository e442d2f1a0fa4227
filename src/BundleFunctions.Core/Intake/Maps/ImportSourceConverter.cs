using System.Text.Json;
using System.Text.Json.Serialization;

namespace BundleFunctions.Intake.Maps;

/// <summary>Reads and writes an <see cref="ImportSource"/>.</summary>
internal sealed class ImportSourceConverter : JsonConverter<ImportSource>
{
    private const string Join = "join";

    /// <inheritdoc/>
    public override ImportSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new ImportSource([reader.GetString()!]);
            case JsonTokenType.StartArray:
                return new ImportSource(ReadPlaces(ref reader));
            case JsonTokenType.StartObject:
                if (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Join)
                    && reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                {
                    var source = new ImportSource(ReadPlaces(ref reader), IsJoined: true);
                    return reader.Read() && reader.TokenType == JsonTokenType.EndObject ? source : throw Wrong();
                }

                throw Wrong();
            default:
                throw Wrong();
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImportSource value, JsonSerializerOptions options)
    {
        if (value is { IsJoined: false, Places: [var only] })
        {
            writer.WriteStringValue(only);
            return;
        }

        if (value.IsJoined)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(Join);
        }

        writer.WriteStartArray();
        foreach (var place in value.Places)
        {
            writer.WriteStringValue(place);
        }

        writer.WriteEndArray();
        if (value.IsJoined)
        {
            writer.WriteEndObject();
        }
    }

    private static List<string> ReadPlaces(ref Utf8JsonReader reader)
    {
        var places = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            places.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Wrong());
        }

        return places.Count > 0 ? places : throw Wrong();
    }

    private static JsonException Wrong() => new("Expected a place, a list of places, or {\"join\": [places]}.");
}

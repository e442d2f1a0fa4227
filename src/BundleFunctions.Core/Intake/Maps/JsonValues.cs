using System.Text.Json;

namespace BundleFunctions.Intake.Maps;

/// <summary>The values of a JSON object.</summary>
internal sealed class JsonValues(MapPlaces places, ValueTexts texts) : IRecordValues
{
    private readonly RecordPath[] _paths = [.. places.All.Select(place => RecordPath.Of(place))];

    /// <summary>The object.</summary>
    public JsonElement Root { get; set; }

    /// <summary>The element in a place.</summary>
    public bool TryFind(int place, out JsonElement found) => _paths[place].TryFind(Root, out found);

    /// <inheritdoc/>
    public FieldFault? Read(int place, out string? text)
    {
        text = null;
        if (!TryFind(place, out var found))
        {
            return null;
        }

        if (found.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return new(places.All[place], RejectCodes.FieldWrongType, "Expected a text or a number.", found.ValueKind.ToString());
        }

        text = texts.Clean(TextOf(found));
        return null;
    }

    /// <inheritdoc/>
    public FieldFault? ReadAll(int place, List<string> into)
    {
        if (!TryFind(place, out var found))
        {
            return null;
        }

        if (found.ValueKind != JsonValueKind.Array)
        {
            var fault = Read(place, out var text);
            into.AddRange(text is null ? [] : [text]);
            return fault;
        }

        foreach (var element in found.EnumerateArray())
        {
            if (texts.Clean(TextOf(element)) is { } text)
            {
                into.Add(text);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void ReadProperties(int place, SortedDictionary<string, string> into)
    {
        if (TryFind(place, out var found) && found.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in found.EnumerateObject())
            {
                if (texts.Clean(FirstText(property.Value)) is { } text)
                {
                    into[property.Name] = text;
                }
            }
        }
    }

    private static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    // Systems wrap values of attributes: {"text": ["red"]}, [12.5].
    private static string? FirstText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(FirstText).FirstOrDefault(text => text is not null),
        JsonValueKind.Object => element.EnumerateObject().Select(property => FirstText(property.Value)).FirstOrDefault(text => text is not null),
        _ => TextOf(element),
    };
}

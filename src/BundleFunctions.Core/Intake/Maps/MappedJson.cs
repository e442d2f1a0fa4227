using System.Text.Json;
using System.Text.Unicode;

namespace BundleFunctions.Intake.Maps;

/// <summary>Reads JSON objects by a map.</summary>
internal sealed class MappedJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = IntakeLimits.JsonDepth };

    private readonly IRecordMapper _mapper;
    private readonly JsonValues _values;
    private readonly HashSet<string> _known;

    /// <param name="mapper">Makes drafts.</param>
    /// <param name="ignored">Properties that are known and not wanted.</param>
    public MappedJson(IRecordMapper mapper, IEnumerable<string> ignored)
    {
        _mapper = mapper;
        _values = new JsonValues(mapper.Places, mapper.Texts);
        _known = [.. mapper.Places.All.Select(place => RecordPath.Of(place).Root), .. ignored];
    }

    /// <summary>Reads one record into the mapper's draft. Whatever is wrong with it is a fault, never an exception.</summary>
    public FieldFault? Read(ReadOnlyMemory<byte> json)
    {
        _mapper.Clear();
        if (!Utf8.IsValid(json.Span))
        {
            return new(null, RejectCodes.NotUtf8, "Expected UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new(null, RejectCodes.NotAnObject, "Expected one JSON object.", document.RootElement.ValueKind.ToString());
            }

            _values.Root = document.RootElement;
            return _mapper.Read(_values, CountUnknown(document.RootElement));
        }
        catch (JsonException e)
        {
            return JsonRecord.IsTooDeep(json.Span)
                ? new(null, RejectCodes.JsonTooDeep, $"Expected at most {IntakeLimits.JsonDepth} levels of nesting.")
                : new(null, RejectCodes.MalformedJson, $"Expected one JSON object on one line; it breaks at byte {e.BytePositionInLine} of the record.");
        }
        catch (InvalidOperationException)
        {
            return new(null, RejectCodes.TextInvalid, "Expected well-formed text; found half of a surrogate pair.");
        }
    }

    private int CountUnknown(JsonElement record)
    {
        var unknown = 0;
        foreach (var property in record.EnumerateObject())
        {
            unknown += _known.Contains(property.Name) ? 0 : 1;
        }

        return unknown;
    }
}

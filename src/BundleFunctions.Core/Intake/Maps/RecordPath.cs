using System.Globalization;
using System.Text.Json;

namespace BundleFunctions.Intake.Maps;

/// <summary>A path to a value in JSON: names with points between them, <c>[0]</c> for a place in an array, <c>[key=name]</c> for the first of
/// its objects with that text as its <c>key</c>.</summary>
internal sealed class RecordPath
{
    private readonly List<Step> _steps = [];

    private RecordPath()
    {
    }

    /// <summary>The property of the record that the path starts at.</summary>
    public string Root => _steps[0].Name!;

    /// <summary>Reads a path; a text that is none is taken for the name of a property.</summary>
    public static RecordPath Of(string text)
    {
        if (Parse(text) is { } path)
        {
            return path;
        }

        path = new RecordPath();
        path._steps.Add(new Step(text, null, 0));
        return path;
    }

    /// <summary>Reads a path; null where it is none.</summary>
    public static RecordPath? Parse(string text)
    {
        var path = new RecordPath();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('.', '[') is var found && found < 0 ? text.Length : at + found;
            if (end == at)
            {
                return null;
            }

            path._steps.Add(new Step(text[at..end], null, 0));
            at = end;
            while (at < text.Length && text[at] == '[')
            {
                var close = text.IndexOf(']', at);
                if (close < 0 || ParseBracket(text[(at + 1)..close]) is not { } step)
                {
                    return null;
                }

                path._steps.Add(step);
                at = close + 1;
            }

            if (at < text.Length && text[at] != '.')
            {
                return null;
            }

            at++;
        }

        return path._steps.Count > 0 ? path : null;
    }

    /// <summary>Follows the path; false where it leads nowhere.</summary>
    public bool TryFind(JsonElement element, out JsonElement found)
    {
        found = element;
        foreach (var step in _steps)
        {
            if (!step.TryGo(found, out found))
            {
                return false;
            }
        }

        return true;
    }

    private static Step? ParseBracket(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? new Step(text[..equals], text[(equals + 1)..], 0)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new Step(null, null, index)
            : null;
    }

    /// <summary>To a property; where <paramref name="Value"/> is set to the element that has it there; without a name to an element by place.</summary>
    private sealed record Step(string? Name, string? Value, int Index)
    {
        public bool TryGo(JsonElement from, out JsonElement to)
        {
            to = default;
            return (Name, Value) switch
            {
                (null, _) => TryElement(from, out to),
                (_, null) => from.ValueKind == JsonValueKind.Object && from.TryGetProperty(Name, out to),
                _ => TryMatch(from, out to),
            };
        }

        private bool TryElement(JsonElement from, out JsonElement to)
        {
            to = default;
            if (from.ValueKind != JsonValueKind.Array || from.GetArrayLength() <= Index)
            {
                return false;
            }

            to = from[Index];
            return true;
        }

        private bool TryMatch(JsonElement from, out JsonElement to)
        {
            to = default;
            if (from.ValueKind != JsonValueKind.Array)
            {
                return false;
            }

            foreach (var element in from.EnumerateArray())
            {
                if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Name!, out var key)
                    && key.ValueKind == JsonValueKind.String && key.ValueEquals(Value))
                {
                    to = element;
                    return true;
                }
            }

            return false;
        }
    }
}

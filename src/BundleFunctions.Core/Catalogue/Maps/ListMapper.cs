using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Catalogue.Maps;

/// <summary>Reads the values of a list.</summary>
internal sealed class ListMapper(ImportList list, MapPlaces places)
{
    private readonly int[] _places = [.. list.From.Select(places.Add)];
    private readonly List<string> _texts = [];

    public FieldFault? Read(IRecordValues values, List<string> into)
    {
        _texts.Clear();
        foreach (var place in _places)
        {
            if (values.ReadAll(place, _texts) is { } fault)
            {
                return fault;
            }
        }

        if (list.IsPath)
        {
            into.AddRange(_texts.Count == 0 ? [] : [string.Join('/', _texts)]);
            return null;
        }

        foreach (var text in _texts)
        {
            foreach (var part in list.Split is null ? [text] : text.Split(list.Split, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                into.Add(list.Levels is null ? part : part.Replace(list.Levels, "/", StringComparison.Ordinal));
            }
        }

        return null;
    }
}

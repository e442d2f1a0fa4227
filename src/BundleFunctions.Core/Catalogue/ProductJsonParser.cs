using System.Text.Json;
using BundleFunctions.Intake;

namespace BundleFunctions.Catalogue;

/// <summary>Reads one product in our own JSON schema into a draft.</summary>
internal static class ProductJsonParser
{
    private static readonly JsonRecord.FieldReader<ProductDraft> ReadFieldDelegate = ReadField;

    /// <summary>Reads one record; the draft is cleared first.</summary>
    public static FieldFault? Parse(ReadOnlySpan<byte> json, ProductDraft draft)
    {
        draft.Clear();
        return JsonRecord.Read(json, draft, ReadFieldDelegate);
    }

    private static FieldFault? ReadField(ref Utf8JsonReader reader, ProductDraft draft)
    {
        var name = reader.GetString()!;
        switch (name)
        {
            case ProductFieldNames.Categories:
                return ReadList(ref reader, name, draft.Categories);
            case ProductFieldNames.Requires:
                return ReadList(ref reader, name, draft.Requires);
            case ProductFieldNames.Excludes:
                return ReadList(ref reader, name, draft.Excludes);
            case ProductFieldNames.Attributes:
                return ReadAttributes(ref reader, draft);
        }

        if (!ProductFieldNames.ByName.TryGetValue(name, out var field))
        {
            draft.UnknownFields++;
            JsonRecord.Skip(ref reader);
            return null;
        }

        var fault = field switch
        {
            ProductField.ProductId or ProductField.GroupId => JsonRecord.IdText(ref reader, name, out var id) ?? Set(draft, field, id),
            ProductField.Discontinued => JsonRecord.BooleanText(ref reader, name, out var truth) ?? Set(draft, field, truth),
            _ => JsonRecord.Text(ref reader, name, out var text) ?? Set(draft, field, text),
        };
        return fault;
    }

    private static FieldFault? Set(ProductDraft draft, ProductField field, string? text)
    {
        draft[field] = text;
        return null;
    }

    private static FieldFault? ReadList(ref Utf8JsonReader reader, string name, List<string> values)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return new(name, RejectCodes.FieldWrongType, "Expected an array of texts.", reader.TokenType.ToString());
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                return new($"{name}[{values.Count}]", RejectCodes.FieldWrongType, "Expected a text.", reader.TokenType.ToString());
            }

            values.Add(reader.GetString()!);
        }

        return null;
    }

    private static FieldFault? ReadAttributes(ref Utf8JsonReader reader, ProductDraft draft)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new(ProductFieldNames.Attributes, RejectCodes.FieldWrongType, "Expected an object.", reader.TokenType.ToString());
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            if (JsonRecord.Text(ref reader, $"{ProductFieldNames.Attributes}.{key}", out var value) is { } fault)
            {
                return fault;
            }

            if (value is not null)
            {
                draft.Attributes[key] = value;
            }
        }

        return null;
    }
}

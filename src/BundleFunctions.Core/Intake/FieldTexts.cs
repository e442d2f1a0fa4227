namespace BundleFunctions.Intake;

/// <summary>Identifiers and free texts of a record. A method notes what is wrong in <c>fault</c>, unless a fault stands there already.</summary>
internal static class FieldTexts
{
    /// <summary>Checks a free text and trims it; an empty one is absent.</summary>
    public static string? Text(string field, string? text, int maxLength, bool personal, ref FieldFault? fault)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        if (trimmed.Length > maxLength)
        {
            fault ??= new(
                field, RejectCodes.TextTooLong, $"Expected at most {maxLength} characters; found {trimmed.Length}.", personal ? null : trimmed);
        }
        else if (!Identifier.IsOpaque(trimmed, maxLength))
        {
            fault ??= new(field, RejectCodes.TextInvalid, "Expected well-formed text without control characters.");
        }

        return trimmed;
    }

    /// <summary>Reads a typed identifier, exactly as it stands; null where it is absent.</summary>
    public static T? Id<T>(string field, string? text, ref FieldFault? fault)
        where T : struct, IIdentifier<T>
    {
        if (text is null)
        {
            return null;
        }

        if (!T.TryParse(text, out var id))
        {
            fault ??= new(
                field,
                RejectCodes.IdInvalid,
                $"Expected a {typeof(T).Name}: a short text without control characters or white space at its ends.",
                text);
        }

        return id;
    }

    /// <summary>Reads a currency: three letters, upper case in our form.</summary>
    public static string? Currency(string field, string? text, ref FieldFault? fault)
    {
        if (text is not null && (text.Length != 3 || !text.All(char.IsAsciiLetter)))
        {
            fault ??= new(field, RejectCodes.CurrencyInvalid, "Expected an ISO 4217 code: three letters.", text);
        }

        return text?.ToUpperInvariant();
    }

    /// <summary>Reads a truth value; null where it is absent.</summary>
    public static bool? Boolean(string field, string? text, ref FieldFault? fault)
    {
        switch (text)
        {
            case null:
                return null;
            case "true" or "True" or "TRUE" or "1":
                return true;
            case "false" or "False" or "FALSE" or "0":
                return false;
            default:
                fault ??= new(field, RejectCodes.NotABoolean, "Expected true or false.", text);
                return null;
        }
    }

    public static FieldFault Missing(string field) => new(field, RejectCodes.FieldMissing, $"Expected {field}.");
}

using System.Globalization;

namespace BundleFunctions.Intake;

/// <summary>Numbers in text, the same on every machine: a point for decimals, no thousands, no NaN, no infinity. A method notes what
/// is wrong in <c>fault</c>, unless a fault stands there already.</summary>
internal static class FieldNumbers
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a decimal without trailing zeros, so that 5.5 and 5.50 have one form; -0 is 0.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        if (!decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        // Dividing by 1 with 28 decimals takes the trailing zeros away.
        value = value == 0 ? 0 : value / 1.0000000000000000000000000000m;
        return true;
    }

    /// <summary>Reads a price of 0 to <see cref="IntakeLimits.Price"/>; null where it is absent.</summary>
    public static decimal? Price(string field, string? text, ref FieldFault? fault)
    {
        if (text is null)
        {
            return null;
        }

        if (!TryParse(text, out var value))
        {
            fault ??= new(field, RejectCodes.PriceNotANumber, "Expected a number with a decimal point, such as 19.99.", text);
            return null;
        }

        if (value is < 0 or > IntakeLimits.Price)
        {
            fault ??= new(field, RejectCodes.PriceOutOfRange, "Expected 0 to 1,000,000,000.", text);
        }

        return value;
    }

    /// <summary>Reads a whole number of 1 to <see cref="IntakeLimits.Quantity"/>; absent is 1.</summary>
    public static int Quantity(string field, string? text, ref FieldFault? fault)
    {
        if (text is null)
        {
            return 1;
        }

        if (!TryParse(text, out var value) || value != decimal.Truncate(value))
        {
            fault ??= new(field, RejectCodes.QuantityNotWhole, "Expected a whole number.", text);
            return 1;
        }

        if (value is < 1 or > IntakeLimits.Quantity)
        {
            fault ??= new(
                field, RejectCodes.QuantityOutOfRange, "Expected 1 to 100,000; what came back is a refund with a positive quantity.", text);
            return 1;
        }

        return (int)value;
    }
}

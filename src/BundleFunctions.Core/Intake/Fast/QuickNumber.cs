using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Reads the numbers that shops send nearly always: digits, at most one point, no sign, no exponent. All else is left to
/// <see cref="FieldNumbers"/>.</summary>
internal static class QuickNumber
{
    private const int MaxWholeDigits = 10;

    private static ReadOnlySpan<int> Powers => [100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    /// <summary>Reads a number in units of 10^-8 (<see cref="LakeUnits.Scale"/>), exactly.</summary>
    public static bool TryScaled(ReadOnlySpan<byte> digits, out long scaled)
    {
        scaled = 0;
        var at = 0;
        for (; at < digits.Length && digits[at] != '.'; at++)
        {
            var digit = digits[at] - (uint)'0';
            if (digit > 9 || at == MaxWholeDigits)
            {
                return false;
            }

            scaled = (scaled * 10) + digit;
        }

        var decimals = digits.Length - at - 1;
        if (at == 0 || decimals is 0 or > LakeUnits.Scale)
        {
            return false;
        }

        for (at++; at < digits.Length; at++)
        {
            var digit = digits[at] - (uint)'0';
            if (digit > 9)
            {
                return false;
            }

            scaled = (scaled * 10) + digit;
        }

        scaled *= Powers[Math.Max(decimals, 0)];
        return true;
    }

    /// <summary>Reads a whole number of 1 to <see cref="IntakeLimits.Quantity"/>.</summary>
    public static bool TryQuantity(ReadOnlySpan<byte> digits, out int quantity)
    {
        quantity = 0;
        if (digits.Length is 0 or > 6)
        {
            return false;
        }

        foreach (var b in digits)
        {
            var digit = b - (uint)'0';
            if (digit > 9)
            {
                return false;
            }

            quantity = (quantity * 10) + (int)digit;
        }

        return quantity is >= 1 and <= IntakeLimits.Quantity;
    }
}

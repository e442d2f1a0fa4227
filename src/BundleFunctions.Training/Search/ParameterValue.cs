using System.Globalization;

namespace BundleFunctions.Training.Search;

/// <summary>A value that was picked for a parameter.</summary>
/// <param name="Number">The number; of a choice its place in the list.</param>
/// <param name="Text">The value as a log says it: the shortest text that reads back as the same number.</param>
public sealed record ParameterValue(double Number, string Text)
{
    internal static ParameterValue Of(double number) => new(number, number.ToString("R", CultureInfo.InvariantCulture));
}

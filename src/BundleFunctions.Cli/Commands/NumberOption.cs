using System.CommandLine;

namespace BundleFunctions.Cli.Commands;

/// <summary>Options that are numbers within a range, which their help names.</summary>
internal static class NumberOption
{
    /// <param name="least">From 1 on numbers must be whole.</param>
    public static Option<double> Create(string name, string description, double standard, double least, double most)
    {
        var option = new Option<double>(name) { Description = FormattableString.Invariant($"{description} {least}..{most}."), DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<double>();
            if (!(value >= least && value <= most) || (least >= 1 && value != Math.Floor(value)))
            {
                result.AddError(FormattableString.Invariant($"{name}: {value} is out of range; expected {(least >= 1 ? "a whole number in " : string.Empty)}{least}..{most}."));
            }
        });
        return option;
    }
}

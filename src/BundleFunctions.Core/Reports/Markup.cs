using System.Globalization;
using System.Net;
using System.Text;

namespace BundleFunctions.Reports;

/// <summary>Builds well-formed markup: whatever is put into it is escaped, numbers are the same in every culture.</summary>
public sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <summary>Text of our own that stands as it is.</summary>
    public static Markup Raw(string text)
    {
        var markup = new Markup();
        markup._text.Append(text);
        return markup;
    }

    /// <summary>Adds markup in which every hole is escaped text or a number of at most four decimals.</summary>
    public Markup Add(FormattableString markup)
    {
        object?[] holes = [.. markup.GetArguments().Select(hole => hole switch
        {
            Markup inner => inner.ToString(),
            double number => number.ToString("0.####", CultureInfo.InvariantCulture),
            IFormattable number => WebUtility.HtmlEncode(number.ToString(format: null, CultureInfo.InvariantCulture)),
            _ => WebUtility.HtmlEncode(hole?.ToString()),
        })];
        _text.AppendFormat(CultureInfo.InvariantCulture, markup.Format, holes);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}

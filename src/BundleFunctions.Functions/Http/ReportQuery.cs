using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BundleFunctions.Feedback.Sales;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads the parameters of reports and of changes to experiments.</summary>
internal static class ReportQuery
{
    /// <summary>Days that one request may ask for; the <c>bundles report</c> command takes longer periods.</summary>
    public const int MaxDays = 92;

    private const int DefaultDays = 28;
    private const int MaxWhy = 500;

    public static bool TryRead(
        IQueryCollection query,
        DateOnly today,
        [NotNullWhen(true)] out SalesRequest? asked,
        out ReportFormat format,
        [NotNullWhen(false)] out ProblemResult? problem)
    {
        (asked, format) = (null, default);
        if (!TryReadDay(query, "to", today, out var to, out problem)
            || !TryReadDay(query, "from", to.DayNumber < DefaultDays ? to : to.AddDays(1 - DefaultDays), out var from, out problem)
            || !QueryText.TryGetInt(query, "windowDays", out var window, out problem)
            || !QueryText.TryGet(query, "format", out var text, out problem))
        {
            return false;
        }

        var request = new SalesRequest(from, to);
        request = request with { WindowDays = window ?? request.WindowDays };
        var fault = request.Validate()
            ?? (to.DayNumber - from.DayNumber >= MaxDays ? $"from and to are {to.DayNumber - from.DayNumber + 1} days apart; expected {MaxDays} or fewer." : null)
            ?? (text is null or "json" or "csv" or "html" ? null : $"format is '{QueryText.Shown(text)}'; expected json, csv or html.");
        problem = fault is null ? null : Problems.InvalidParameter(fault);
        format = text switch { "csv" => ReportFormat.Csv, "html" => ReportFormat.Html, _ => ReportFormat.Json };
        asked = request;
        return problem is null;
    }

    /// <summary>Why something is changed, in the changer's words.</summary>
    public static bool TryReadWhy(IQueryCollection query, out string? why, [NotNullWhen(false)] out ProblemResult? problem)
    {
        if (QueryText.TryGet(query, "why", out why, out problem) && why?.Length > MaxWhy)
        {
            problem = Problems.InvalidParameter($"why is {why.Length} characters long; expected {MaxWhy} or fewer.");
        }

        return problem is null;
    }

    private static bool TryReadDay(
        IQueryCollection query, string name, DateOnly fallback, out DateOnly day, [NotNullWhen(false)] out ProblemResult? problem)
    {
        day = fallback;
        if (QueryText.TryGet(query, name, out var text, out problem) && text is not null
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            problem = Problems.InvalidParameter($"{name} is '{QueryText.Shown(text)}'; expected a day such as 2026-02-28.");
        }

        return problem is null;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BundleFunctions.Feedback.Sales;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles report</c>: what bundles earned.</summary>
internal static class ReportCommand
{
    private const int DefaultDays = 28;

    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var from = Day("--from", "First day (UTC), yyyy-MM-dd; four weeks before the last where it is left out.");
        var to = Day("--to", "Last day; today where it is left out.");
        var window = new Option<int>("--window")
        {
            Description = "Days after a click within which a purchase is credited to it.",
            HelpName = "DAYS",
            DefaultValueFactory = _ => new SalesRequest(default, default).WindowDays,
        };
        var output = new Option<FileInfo[]>("--output")
        {
            Description = "Where to write: a name that ends in .json, .csv or .html says how. May be given several times; left out, only the sums are printed.",
            HelpName = "FILE",
        };
        output.Validators.Add(result =>
        {
            foreach (var file in (result.GetValueOrDefault<FileInfo[]>() ?? []).Where(file => WriterOf(file) is null))
            {
                result.AddError($"--output: {file.Name} ends in '{file.Extension}'; expected .json, .csv or .html.");
            }
        });
        var command = new Command("report", "Tells what bundles earned, by bundle, model, rule, variant, category, segment and week, and what would have come without them.")
        {
            shop, from, to, window, output, data,
        };
        command.Aliases.Add("sales");
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var last = parsed.GetValue(to) ?? DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
                var request = new SalesRequest(parsed.GetValue(from) ?? last.AddDays(1 - DefaultDays), last) { WindowDays = parsed.GetValue(window) };
                if (request.Validate() is { } fault)
                {
                    throw new InvalidDataException(fault);
                }

                var report = await services.GetRequiredService<SalesReporter>().ReportAsync(parsed.GetValue(shop), request, token);
                foreach (var file in parsed.GetValue(output) ?? [])
                {
                    await File.WriteAllTextAsync(file.FullName, WriterOf(file)!(report), token);
                }

                Print(runner.Lines, report);
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[^1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name}: '{result.Tokens[^1].Value}' is no day; expected one such as 2026-02-28.");
            return null;
        },
    };

    private static Func<SalesReport, string>? WriterOf(FileInfo file) => file.Extension.ToUpperInvariant() switch
    {
        ".JSON" => report => JsonSerializer.Serialize(report, SalesJson.Default.SalesReport),
        ".CSV" => SalesCsv.Render,
        ".HTML" => SalesHtml.Render,
        _ => null,
    };

    private static void Print(ConsoleLines lines, SalesReport report)
    {
        var total = report.Total;
        lines.Say($"days          {report.From:yyyy-MM-dd} .. {report.To:yyyy-MM-dd}");
        lines.Say($"shown         {total.Impressions:N0}");
        lines.Say($"clicked       {total.Clicks:N0}");
        lines.Say($"bought        {total.Whole:N0} whole, {total.Swapped:N0} swapped, {total.Partial:N0} in part");
        lines.Say($"revenue       {total.NetRevenue:N2} {report.Currency} of {report.Revenue:N2}");
        lines.Say($"margin        {total.NetMargin:N2} {report.Currency}");
        lines.Say($"attach rate   {total.Scope.AttachRate:P1} of {total.Scope.Orders:N0} orders; {total.Scope.PiecesWith:N2} pieces an order with a bundle, {total.Scope.PiecesWithout:N2} without");
        if (report.Uplift?.MarginPerVisitor is { } uplift)
        {
            lines.Say($"uplift        {uplift.Value:N4} ({uplift.Low:N4} to {uplift.High:N4}) margin a visitor");
        }
    }
}

using System.CommandLine;
using System.Text.Json;
using BundleFunctions.MachineLearning;
using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Planning.Plans;
using BundleFunctions.Planning.Series;
using BundleFunctions.Planning.Stock;
using BundleFunctions.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles plan</c>: what will sell, what to order, what is slow, which bundles will break.</summary>
internal static class PlanCommand
{
    private const int MostLines = 5;

    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var weeks = Number("--weeks", "Weeks to foretell, 1..52.", "WEEKS", new PlanOptions().Weeks);
        var days = Number("--days", "Days to foretell day by day besides, 0..56: it takes several times as long as the weeks do.", "DAYS", new PlanOptions().Days);
        var lead = Number("--lead-time", "Days from an order to the goods, where a product's attribute leadTimeDays does not say otherwise.", "DAYS", new StockOptions().LeadTimeDays);
        var service = new Option<double>("--service")
        {
            Description = "Chance that stock lasts until the next goods come, 0.5..0.999.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => new StockOptions().ServiceLevel,
        };
        var calendar = new Option<FileInfo?>("--calendar")
        {
            Description = "Holidays and promotions: JSON, [{\"name\":\"easter\",\"from\":\"2026-04-03\",\"to\":\"2026-04-06\"}, ...], past ones and those to come.",
            HelpName = "FILE",
        };
        var spectrum = new Option<bool>("--spectrum")
        {
            Description = "Let ML.NET's singular spectrum analysis compete too, where this build has it: a second or more for each product.",
        };
        var output = new Option<FileInfo?>("--output")
        {
            Description = "Where to write the whole plan: a name that ends in .json or .csv says how.",
            HelpName = "FILE",
        };
        output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } file && WriterOf(file) is null)
            {
                result.AddError($"--output: {file.Name} ends in '{file.Extension}'; expected .json or .csv.");
            }
        });
        var command = new Command("plan", "Foretells what will sell, and says what to order, what is slow, which bundles will break and what was out of the ordinary.")
        {
            shop, weeks, days, lead, service, calendar, spectrum, output, data,
        };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var options = new PlanOptions
                {
                    Weeks = parsed.GetValue(weeks),
                    Days = parsed.GetValue(days),
                    Stock = new StockOptions { LeadTimeDays = parsed.GetValue(lead), ServiceLevel = parsed.GetValue(service) },
                    Calendar = parsed.GetValue(calendar) is { } file ? await ReadAsync(file, token) : [],
                };
                if (options.Validate() is { } fault)
                {
                    throw new InvalidDataException(fault);
                }

                var methods = parsed.GetValue(spectrum) ? WithSpectrum(runner.Lines) : null;
                if (await new ShopPlanner(services.GetRequiredService<IBlobStore>(), methods).PlanAsync(parsed.GetValue(shop), options, token) is not { } plan)
                {
                    throw new InvalidDataException($"Shop {parsed.GetValue(shop)} has no whole week of orders yet; there is nothing to plan with.");
                }

                await new StockHandOver(services.GetRequiredService<IBlobStore>()).WriteAsync(plan, token);
                if (parsed.GetValue(output) is { } target)
                {
                    await File.WriteAllTextAsync(target.FullName, WriterOf(target)!(plan), token);
                }

                Print(runner.Lines, plan);
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static IReadOnlyList<IForecastMethod> WithSpectrum(ConsoleLines lines)
    {
        lines.Say($"{SpectrumForecasts.About}");
        return [.. Forecaster.BuiltIn, .. SpectrumForecasts.Methods];
    }

    private static Option<int> Number(string name, string description, string help, int otherwise) => new(name)
    {
        Description = description,
        HelpName = help,
        DefaultValueFactory = _ => otherwise,
    };

    private static async Task<IReadOnlyList<CalendarPeriod>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenRead();
            return await JsonSerializer.DeserializeAsync(content, PlanJson.Default.IReadOnlyListCalendarPeriod, cancellationToken) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file.Name} is no calendar: {e.Message}", e);
        }
    }

    private static Func<ShopPlan, string>? WriterOf(FileInfo file) => file.Extension.ToUpperInvariant() switch
    {
        ".JSON" => plan => JsonSerializer.Serialize(plan, PlanJson.Default.ShopPlan),
        ".CSV" => PlanCsv.Render,
        _ => null,
    };

    private static void Print(ConsoleLines lines, ShopPlan plan)
    {
        lines.Say($"learned through {plan.DataThrough:yyyy-MM-dd}; weeks from {plan.From:yyyy-MM-dd}");
        foreach (var week in plan.Total.Weeks)
        {
            lines.Say($"  {week.First:yyyy-MM-dd}  {week.Mean,8:N0} pieces   80 %: {week.Low80:N0} to {week.High80:N0}   95 %: {week.Low95:N0} to {week.High95:N0}");
        }

        foreach (var day in plan.Daily?.Total.Days ?? [])
        {
            lines.Say($"  {day.First:ddd yyyy-MM-dd}  {day.Mean,8:N0} pieces   80 %: {day.Low80:N0} to {day.High80:N0}   95 %: {day.Low95:N0} to {day.High95:N0}");
        }

        Head(lines, "to order", [.. plan.Stock.Where(advice => advice.Order > 0)], advice =>
            $"  {advice.Product}: {advice.Order:N0} pieces (stock {advice.Stock:N0}, {advice.WeeklyDemand:N1} a week, lasts {advice.LastsDays:N0} days)");
        Head(lines, "slow stock", plan.Slow, slow => $"  {slow.Product}: {slow.Excess:N0} of {slow.Stock:N0} pieces too many, {slow.ExpectedMargin:N0} margin in them; in bundles {(slow.Bundles.Count == 0 ? "none" : string.Join(", ", slow.Bundles))}");
        Head(lines, "bundles that will break", plan.Risks, risk => $"  {risk.Bundle}: {risk.Component} runs out on {risk.Day:yyyy-MM-dd}");
        Head(lines, "out of the ordinary in the last four weeks", plan.Alarms, alarm => $"  {alarm.Day:yyyy-MM-dd} {alarm.Series}: {alarm.Kind}, {alarm.Found:N0} where {alarm.Usual:N0} were usual");
    }

    private static void Head<T>(ConsoleLines lines, string title, IReadOnlyList<T> rows, Func<T, string> line)
    {
        lines.Say($"{title}: {rows.Count:N0}");
        foreach (var row in rows.Take(MostLines))
        {
            lines.Say($"{line(row)}");
        }
    }
}

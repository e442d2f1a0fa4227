using System.CommandLine;
using System.Text.Json;
using BundleFunctions.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles costs</c>: what a shop costs, by a table of prices.</summary>
internal static class CostsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var (shop, data) = (CommonOptions.Shop(), CommonOptions.Data());
        var prices = new Option<FileInfo>("--prices") { Description = "Table of prices, such as infra/prices.json.", HelpName = "FILE", Required = true };
        var answers = new Option<double>("--answers") { Description = "Answers a month.", DefaultValueFactory = _ => 0 };
        var retrains = new Option<double>("--retrains") { Description = "Retrains a month.", DefaultValueFactory = _ => 30 };
        var cached = new Option<double>("--cached") { Description = "Share of answers that need no read, 0..1.", DefaultValueFactory = _ => 0.8 };
        var budget = new Option<decimal?>("--budget") { Description = "Fail where a month costs more." };
        cached.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--cached: expected 0..1.");
            }
        });
        var command = new Command("costs", "Prices what a shop uses: a thousand answers, a retrain, a month.") { shop, prices, answers, retrains, cached, budget, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var table = Read(parsed.GetValue(prices)!);
                if (await services.GetRequiredService<UsageReader>().ReadAsync(parsed.GetValue(shop), token) is not { } usage)
                {
                    runner.Lines.Say($"Shop {parsed.GetValue(shop)} has published nothing yet.");
                    return ExitCodes.Failed;
                }

                var report = CostMeter.Measure(
                    usage with { AnswersPerMonth = parsed.GetValue(answers), RetrainsPerMonth = parsed.GetValue(retrains), CacheShare = parsed.GetValue(cached) }, table);
                Print(runner.Lines, usage, report, table);
                return report.Month <= (parsed.GetValue(budget) ?? decimal.MaxValue) ? ExitCodes.Done : ExitCodes.Failed;
            },
            cancellationToken));
        return command;
    }

    private static PriceTable Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            var table = JsonSerializer.Deserialize(stream, PriceTableJson.Default.PriceTable) ?? throw new JsonException("it holds null");
            return table.Validate() is { } fault ? throw new JsonException(fault) : table;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file.Name} is no table of prices: {e.Message}", e);
        }
    }

    private static void Print(ConsoleLines lines, ShopUsage usage, CostReport report, PriceTable table)
    {
        lines.Say($"prices            {table.AsOf}");
        lines.Say($"documents         {usage.Documents:N0} of {usage.DocumentBytes:N0} bytes");
        lines.Say($"blobs             {usage.BlobBytes:N0} bytes");
        lines.Say($"1,000 answers     {report.ThousandAnswers:F5} {report.Currency}, {report.UnitsPerThousandAnswers:N0} request units");
        lines.Say($"a retrain         {report.Retrain:F4} {report.Currency}: {usage.TrainingSeconds:N0} s {(usage.Gpu ? "of a GPU" : "of processors")}, {report.UnitsPerRetrain:N0} request units");
        lines.Say($"a month's storage {report.StorageMonth:F4} {report.Currency}");
        lines.Say($"a month           {report.Month:F2} {report.Currency}");
    }
}

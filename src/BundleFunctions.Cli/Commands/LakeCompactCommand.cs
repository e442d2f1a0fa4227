using System.CommandLine;
using BundleFunctions.Lake;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles lake compact</c>: merges a shop's small lake files.</summary>
internal static class LakeCompactCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var keep = new Option<int>("--keep-hours")
        {
            Description = "How long files that count no more are kept for readers who have begun; 0 where nobody else is at work.",
            DefaultValueFactory = _ => 24,
        };
        keep.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 8760)
            {
                result.AddError("--keep-hours: expected 0 to 8760.");
            }
        });
        var compact = new Command("compact", "Merges each day's files into few, each event once, in one order.") { shop, data, keep };
        compact.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var report = await services.GetRequiredService<LakeCompactor>().CompactAllAsync(
                    parsed.GetValue(shop), TimeSpan.FromHours(parsed.GetValue(keep)), token);
                Print(runner.Lines, report);
                return ExitCodes.Done;
            },
            cancellationToken));
        return compact;
    }

    private static void Print(ConsoleLines lines, CompactionReport report)
    {
        lines.Say($"days merged    {report.Days:N0}");
        lines.Say($"parts          {report.PartsBefore:N0} -> {report.PartsAfter:N0}");
        lines.Say($"duplicates     {report.Duplicates:N0}");
        lines.Say($"files deleted  {report.FilesDeleted:N0}");
        if (report.Overtaken > 0)
        {
            lines.Say($"overtaken      {report.Overtaken:N0} days were changed meanwhile; run again");
        }

        if (report.TooLarge > 0)
        {
            lines.Say($"too large      {report.TooLarge:N0} days have more than {LakeCompactor.MaxEvents:N0} events and stay as they are");
        }
    }
}

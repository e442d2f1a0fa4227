using System.CommandLine;
using BundleFunctions.Hygiene;
using BundleFunctions.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles hygiene</c>: what the last training did not learn from, or what the next would not.</summary>
internal static class HygieneCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var now = new Option<bool>("--now") { Description = "Look over the lake under the settings as they are now; nothing is written." };
        var command = new Command("hygiene", "Shows which events nothing is learned from, by rule: robots, tests, trade, impossible values.") { shop, now, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var (blobs, id) = (services.GetRequiredService<IBlobStore>(), parsed.GetValue(shop));
                var report = parsed.GetValue(now) ? await LookAsync(services, id, token) : await new HygieneReports(blobs).FindAsync(id, token);
                if (report is null)
                {
                    runner.Lines.Say($"Shop {id} was not trained yet; --now looks over its events.");
                    return ExitCodes.Failed;
                }

                Print(runner.Lines, report);
                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static async Task<HygieneReport> LookAsync(IServiceProvider services, ShopId shop, CancellationToken cancellationToken)
    {
        var settings = await services.GetRequiredService<Shops.ShopDirectory>().GetSettingsAsync(shop, cancellationToken);
        var clean = await new CleanLake(services.GetRequiredService<IBlobStore>()).OpenAsync(shop, settings, progress: null, cancellationToken);
        await foreach (var _ in clean.ReadAsync())
        {
            // Reading is what fills the report.
        }

        return clean.Report();
    }

    private static void Print(ConsoleLines lines, HygieneReport report)
    {
        lines.Say($"events looked at  {report.Events:N0}");
        foreach (var (name, rule) in report.Rules)
        {
            lines.Say($"{name,-22} {rule.Events,10:N0} events  {rule.Visitors,8:N0} visitors  {rule.Orders,8:N0} orders");
            lines.Say($"  {rule.About}");
            foreach (var (reason, events) in rule.Reasons)
            {
                lines.Say($"  {reason,-20} {events,10:N0}");
            }

            if (rule.Samples.Count > 0)
            {
                lines.Say($"  such as {string.Join(", ", rule.Samples)}");
            }

            if (rule.Products.Count > 0)
            {
                lines.Say($"  products such as {string.Join(", ", rule.Products)}");
            }
        }
    }
}

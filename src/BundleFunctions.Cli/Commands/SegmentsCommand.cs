using System.CommandLine;
using BundleFunctions.Ports;
using BundleFunctions.Segments;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles segments</c>: which groups of users the newest model tells apart.</summary>
internal static class SegmentsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var command = new Command("segments", "Lists the segments of users that the newest model tells apart, and what marks each.") { shop, data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                if (await new SegmentFiles(services.GetRequiredService<IBlobStore>()).FindNewestAsync(parsed.GetValue(shop), token) is not { } table)
                {
                    runner.Lines.Say($"There are no segments: that takes profiles of enough signed-in users, and a training.");
                    return ExitCodes.Failed;
                }

                foreach (var segment in table.Segments)
                {
                    var means = segment.Means;
                    runner.Lines.Say($"{segment.Id,-4} {segment.Users,8:N0} users  {segment.Name}");
                    runner.Lines.Say($"     {means.GetValueOrDefault("orders"):N1} orders, {means.GetValueOrDefault("spent"):N0} spent, {means.GetValueOrDefault("daysSince"):N0} days since, price level {means.GetValueOrDefault("priceLevel"):N2}");
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }
}

using System.CommandLine;
using System.Globalization;
using BundleFunctions.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles models</c>: the registry of models.</summary>
internal static class ModelsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var shop = CommonOptions.Shop();
        var data = CommonOptions.Data();
        var list = new Command("list", "Lists a shop's models, the one trained last first, and says which of them serves and why.") { shop, data };
        list.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                Print(runner.Lines, await services.GetRequiredService<ModelRegistry>().ListAsync(parsed.GetValue(shop), token));
                return ExitCodes.Done;
            },
            cancellationToken));

        var rollBack = new Command("rollback", "Serves what served before; again, and the two change places once more.") { shop, data };
        rollBack.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                await services.WriteAuditAsync(parsed.GetValue(shop), "generations.rollback", target: null, token);
                var report = await services.GetRequiredService<GenerationSwitch>().RollBackAsync(parsed.GetValue(shop), token);
                runner.Lines.Say(report.Switched
                    ? $"Generation {report.Current} serves again; {report.Previous} is withdrawn."
                    : (FormattableString)$"Nothing was changed. {report.Reason}");
                return report.Switched ? ExitCodes.Done : ExitCodes.Failed;
            },
            cancellationToken));
        return new Command("models", "Looks at the models of a shop, and goes back to an earlier one.") { list, rollBack };
    }

    private static void Print(ConsoleLines lines, IReadOnlyList<RegisteredModel> models)
    {
        lines.Say($"{models.Count:N0} models");
        foreach (var (manifest, place) in models)
        {
            var ndcg = manifest.Metrics.TryGetValue("ndcg@10", out var value) ? value.ToString("F4", CultureInfo.InvariantCulture) : "-";
            lines.Say(
                $"{manifest.ModelId}  {manifest.TrainedAt:yyyy-MM-dd HH:mm}  {manifest.Model,-16} ndcg@10 {ndcg,-7} {manifest.Gate?.Decision ?? "-",-8} {place}");
            foreach (var reason in manifest.Gate?.Reasons ?? [])
            {
                lines.Say($"    {reason}");
            }
        }
    }
}

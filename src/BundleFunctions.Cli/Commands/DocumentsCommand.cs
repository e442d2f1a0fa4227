using System.CommandLine;
using BundleFunctions.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles documents</c>: the document store, which is a cache of what lies in blobs.</summary>
internal static class DocumentsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var (shop, data) = (CommonOptions.Shop(), CommonOptions.Data());
        var rebuild = new Command("rebuild", "Writes the documents of the generation that serves again, and the pointer where it was lost. Stopped halfway, run it again.")
        {
            shop,
            data,
        };
        rebuild.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed.GetValue(data),
            async (services, token) =>
            {
                var report = await services.GetRequiredService<GenerationRestorer>().RestoreAsync(parsed.GetValue(shop), token);
                runner.Lines.Step(report.Generation is { } generation
                    ? $"{report.Documents:N0} documents of generation {generation} are there; the pointer was {(report.PointerRestored ? "restored" : "in place")}."
                    : (FormattableString)$"Nothing was rebuilt. {report.Reason}");
                return report.Generation is null ? ExitCodes.Failed : ExitCodes.Done;
            },
            cancellationToken));
        return new Command("documents", "Rebuilds the document store from the blobs.") { rebuild };
    }
}

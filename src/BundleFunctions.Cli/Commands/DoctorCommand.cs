using System.CommandLine;
using BundleFunctions.Hosting.Doctor;
using BundleFunctions.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary><c>bundles doctor</c>: what is wrong, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandRunner runner)
    {
        var data = CommonOptions.Data();
        var command = new Command("doctor", "Looks at settings, stores, clock, keys and shops, and says of everything that is wrong what to do.") { data };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            async token =>
            {
                var settings = SettingsExam.Examine(CommandRunner.Configuration(parsed.GetValue(data)));
                Print(runner.Lines, settings);
                if (settings.Any(finding => finding.IsFatal))
                {
                    runner.Lines.Say($"The stores were not asked: mend the settings first.");
                    return ExitCodes.Failed;
                }

                return await runner.RunAsync(
                    parsed.GetValue(data), (services, inner) => ExamineStoresAsync(runner.Lines, services, settings.Count, inner), token);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> ExamineStoresAsync(ConsoleLines lines, IServiceProvider services, int earlier, CancellationToken cancellationToken)
    {
        var findings = await services.GetRequiredService<StoreExam>().ExamineAsync(cancellationToken);
        Print(lines, findings);
        lines.Say(findings.Count + earlier == 0 ? $"Nothing is wrong." : (FormattableString)$"{findings.Count + earlier} findings.");
        return findings.Any(finding => finding.IsFatal) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static void Print(ConsoleLines lines, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            lines.Say($"{(finding.IsFatal ? "wrong  " : "notice ")} {finding.Code}  {finding.Subject}: {finding.Found}");
            lines.Say($"        {finding.Fix}");
        }
    }
}

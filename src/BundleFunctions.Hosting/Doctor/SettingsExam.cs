using System.Text.RegularExpressions;
using BundleFunctions.Assistant;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.Titles;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Hosting.TrainingJobs.ContainerApps;
using BundleFunctions.Migration;
using BundleFunctions.Operations;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Sessions;
using BundleFunctions.Training;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting.Doctor;

/// <summary>Looks for settings that cannot be used, that nobody reads, and that open more than they must.</summary>
public static partial class SettingsExam
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        (ServingOptions.SectionName, typeof(ServingOptions)),
        (PublishingOptions.SectionName, typeof(PublishingOptions)),
        (RetrainOptions.SectionName, typeof(RetrainOptions)),
        (ContainerAppsOptions.SectionName, typeof(ContainerAppsOptions)),
        (ContainerJobOptions.SectionName, typeof(ContainerJobOptions)),
        (LimitOptions.SectionName, typeof(LimitOptions)),
        (SessionOptions.SectionName, typeof(SessionOptions)),
        (TitleOptions.SectionName, typeof(TitleOptions)),
        (AssistantOptions.SectionName, typeof(AssistantOptions)),
        (MigrationOptions.SectionName, typeof(MigrationOptions)),
        ("Stores", typeof(StoreNames)),
        ("Cosmos", typeof(CosmosNames)),
        ("Schedules", typeof(ScheduleNames)),
        ("Pseudonyms", typeof(PseudonymNames)),
    ];

    /// <summary>Everything that is wrong with the settings; where one is fatal the stores need not be asked.</summary>
    public static IReadOnlyList<Finding> Examine(IConfiguration configuration)
    {
        var findings = new List<Finding>();
        try
        {
            new ServiceCollection().AddBundleFunctions(configuration);
        }
        catch (SettingException e)
        {
            findings.Add(new Finding("setting-unusable", "settings", e.Message, "Mend it: no host starts with it (docs/configuration.md)."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding("setting-unusable", "Stores:Directory", e.Message, "Name a folder that this process may write to."));
        }

        findings.AddRange(FindUnread(configuration));
        findings.AddRange(FindSchedules(configuration));
        findings.AddRange(FindKeys(configuration));
        return findings;
    }

    private static IEnumerable<Finding> FindUnread(IConfiguration configuration) =>
        from section in Sections
        from child in configuration.GetSection(section.Section).GetChildren()
        where !section.Options.GetProperties().Any(property => string.Equals(property.Name, child.Key, StringComparison.OrdinalIgnoreCase))
        select new Finding(
            "setting-unknown",
            child.Path,
            $"Nothing reads {child.Path}.",
            $"Is it misspelt? {section.Section} knows {string.Join(", ", section.Options.GetProperties().Select(property => property.Name).Except(["SectionName"], StringComparer.Ordinal))}.",
            IsFatal: false);

    private static IEnumerable<Finding> FindSchedules(IConfiguration configuration)
    {
        foreach (var setting in configuration.GetSection("Schedules").GetChildren())
        {
            if (setting.Value is { Length: > 0 } text && !Schedule().IsMatch(text))
            {
                yield return new Finding("schedule-unusable", setting.Path, $"'{text}' is no NCRONTAB schedule.", "Give six fields, seconds first, such as '0 */10 * * * *'; the host does not load the timer otherwise.");
            }
        }
    }

    private static IEnumerable<Finding> FindKeys(IConfiguration configuration)
    {
        if (configuration["ShopStorage"] is { } storage && storage.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase) && !IsOfThisMachine(storage))
        {
            yield return new Finding("key-in-settings", "ShopStorage", "It holds an account key.", "Give ShopStorage:serviceUri and let identities in: a key opens everything to whoever reads it.", IsFatal: false);
        }

        if (configuration["Cosmos:Key"] is { Length: > 0 } && !IsOfThisMachine(configuration["Cosmos:Endpoint"] ?? ""))
        {
            yield return new Finding("key-in-settings", "Cosmos:Key", "It is set.", "Leave it out and let identities in.", IsFatal: false);
        }

        foreach (var name in new[] { "Pseudonyms:Key", "Pseudonyms:RetiredKeys" }.Where(name => configuration[name]?.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) == true))
        {
            yield return new Finding(
                "reference-unresolved", name, "The platform did not resolve its reference into Key Vault.", "Check that the secret exists and that the app's identity has the role Key Vault Secrets User.");
        }
    }

    private static bool IsOfThisMachine(string address) =>
        address.Contains("127.0.0.1", StringComparison.Ordinal) || address.Contains("localhost", StringComparison.OrdinalIgnoreCase)
        || address.Contains("devstoreaccount1", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*[\d*/,-]+(\s+[\d*/,A-Za-z-]+){5}\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Schedule();

    private sealed record StoreNames(string Directory, string Blobs, string Documents);

    private sealed record CosmosNames(string Endpoint, string Key, string Database, string Container, string CreateIfMissing, string Gateway);

    private sealed record ScheduleNames(string Retrain, string Reconcile, string Privacy, string Experiments);

    private sealed record PseudonymNames(string Key, string RetiredKeys);
}

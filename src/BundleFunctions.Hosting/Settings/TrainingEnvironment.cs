using System.Reflection;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Ports;
using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Hosting.Settings;

/// <summary>Hands the settings of training itself (section <c>Training</c>, but for those of what starts it) to a run through its environment.</summary>
internal static class TrainingEnvironment
{
    private const string Deep = "Training__Deep";

    private static readonly string[] OfTheStart =
        ["Container", "ContainerApps", .. typeof(TrainingJobOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    // Paths of this machine mean nothing on another one, and an image knows its own.
    private static readonly string[] OfTheMachine = ["Python", "Trainer", "WorkFolder"];

    /// <summary>Environment variables from which a run reads equal settings, in ordinal order of their names.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="sameMachine">Whether the run is on this machine, outside any container.</param>
    public static IReadOnlyDictionary<string, string?> From(IConfiguration configuration, bool sameMachine)
    {
        var section = configuration.GetSection(TrainingJobOptions.SectionName);
        var handed =
            from setting in section.GetChildren()
            where !OfTheStart.Contains(setting.Key, StringComparer.OrdinalIgnoreCase) && (sameMachine || !OfTheMachine.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            from value in setting.AsEnumerable()
            where value.Value is not null
            select KeyValuePair.Create(value.Key.Replace(":", "__", StringComparison.Ordinal), value.Value);
        return new SortedDictionary<string, string?>(handed.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The same for one run: where a plan chose the classical models, the setting that names deep ones does not bring them back.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> For(TrainingPlan? plan, IReadOnlyDictionary<string, string?> handed) =>
        plan is { Deep: false, Reason.Length: > 0 }
            ? [.. handed.Where(variable => !string.Equals(variable.Key, Deep, StringComparison.OrdinalIgnoreCase)), KeyValuePair.Create<string, string?>(Deep, "false")]
            : handed;
}

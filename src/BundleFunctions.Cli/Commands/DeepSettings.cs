using BundleFunctions.DeepModels.Training;
using BundleFunctions.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Cli.Commands;

/// <summary>Which deep models are trained, and how: option <c>--deep</c> and the settings <c>Training:...</c>.</summary>
internal static class DeepSettings
{
    private const string Section = DeepOptions.SectionName;
    private const string Deep = $"{Section}:Deep";

    /// <summary>How deep models are trained.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static DeepOptions Options(IConfiguration configuration)
    {
        var options = new DeepOptions();
        try
        {
            configuration.GetSection(Section).Bind(options);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingException(Section, $"cannot be read: {e.Message}");
        }

        return options.Validate() is { } fault ? throw new SettingException(Section, $"is out of its range: {fault}") : options;
    }

    /// <summary>Names of the models; empty where none are asked for.</summary>
    /// <param name="isAsked">Whether <c>--deep</c> was given.</param>
    /// <param name="given">What was given with it; null where that was nothing.</param>
    /// <exception cref="SettingException">The setting names a model that is none.</exception>
    public static IReadOnlyList<string> Names(IConfiguration configuration, bool isAsked, string? given)
    {
        var text = given ?? configuration[Deep];
        string[] names = text switch
        {
            null or "" => isAsked ? [.. DeepSet.Names] : [],
            _ when bool.TryParse(text, out var all) => all || isAsked ? [.. DeepSet.Names] : [],
            _ => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
        return Array.Find(names, name => DeepCatalogue.Find(name) is null) is { } unknown
            ? throw new SettingException(Deep, $"names '{unknown}', which is no deep model; expected some of {string.Join(", ", DeepCatalogue.All.Select(kind => kind.Name))}.")
            : names;
    }
}

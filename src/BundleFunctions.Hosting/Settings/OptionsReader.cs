using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Hosting.Settings;

/// <summary>Binds an options record once and checks it, so that a wrong setting stops the process at its start.</summary>
internal static class OptionsReader
{
    /// <param name="configuration">The settings.</param>
    /// <param name="section">The section of the options.</param>
    /// <param name="defaults">What holds where a setting is absent.</param>
    /// <param name="validate">The first fault in words; null where there is none.</param>
    /// <exception cref="SettingException">A value cannot be read or is out of its range.</exception>
    public static T Read<T>(IConfiguration configuration, string section, T defaults, Func<T, string?> validate)
        where T : class
    {
        try
        {
            configuration.GetSection(section).Bind(defaults);
        }
        catch (InvalidOperationException error)
        {
            throw new SettingException(section, $"cannot be read: {error.Message}");
        }

        return validate(defaults) is { } fault ? throw new SettingException(section, $"is out of its range: {fault}") : defaults;
    }
}

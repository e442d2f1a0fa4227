namespace BundleFunctions.Hosting.Settings;

/// <summary>A setting cannot be used; the process does not start.</summary>
/// <param name="setting">Its name; as an environment variable with <c>__</c> for <c>:</c>.</param>
/// <param name="fault">What is wrong with it, as the rest of a sentence.</param>
public sealed class SettingException(string setting, string fault) : Exception($"Setting {setting} {fault}.");

using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Hosting.Settings;

/// <summary>The key of the pseudonyms: from setting <c>Pseudonyms:Key</c> (base64, 32 bytes or more), or, on a machine with a
/// folder store, from a file of its own that is made on first use and that only its owner can read.</summary>
public static class PseudonymKey
{
    private const int Bytes = 32;

    /// <exception cref="SettingException">The key is missing, too short or not base64.</exception>
    public static byte[] Read(IConfiguration configuration, StoreSettings stores)
    {
        if (configuration["Pseudonyms:Key"] is { Length: > 0 } text)
        {
            return Decode(text);
        }

        if (stores.Blobs == BlobStoreKind.Azure && configuration["Stores:Directory"] is not { Length: > 0 })
        {
            throw new SettingException("Pseudonyms:Key", "is missing; give 32 random bytes in base64, for instance from 'openssl rand -base64 32'");
        }

        return ReadOrCreateFile(Path.Combine(stores.Directory, "pseudonym.key"));
    }

    private static byte[] ReadOrCreateFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            // Written aside and moved without overwriting: of two processes that start together one wins, whole.
            var staged = $"{path}.{Environment.ProcessId}";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(staged, options))
            {
                writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
            }

            try
            {
                File.Move(staged, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(staged);
            }
        }

        return Decode(File.ReadAllText(path));
    }

    private static byte[] Decode(string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length >= Bytes
            ? key[..length]
            : throw new SettingException("Pseudonyms:Key", $"is not base64 of {Bytes} bytes or more");
    }
}

using System.Security.Cryptography;
using BundleFunctions.Security;
using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Hosting.Settings;

/// <summary>The keys of the pseudonyms, the newest first: from the settings <c>Pseudonyms:Key</c> and <c>Pseudonyms:RetiredKeys</c> (base64, 32 bytes or
/// more each), or, on a machine with a folder store, from a file of its own, one a line, that is made on first use and that only its owner can
/// read.</summary>
public static class PseudonymKey
{
    private const int Bytes = 32;
    private const string NewestName = "Pseudonyms:Key";
    private const string RetiredName = "Pseudonyms:RetiredKeys";

    private static readonly char[] Separators = [' ', ',', ';', '\r', '\n'];

    /// <exception cref="SettingException">The newest key is missing, or one is too short or not base64, or there are too many.</exception>
    public static IReadOnlyList<byte[]> Read(IConfiguration configuration, StoreSettings stores)
    {
        byte[][] keys =
        [
            .. Newest(configuration, stores),
            .. Split(configuration[RetiredName] ?? string.Empty).Select(key => Decode(key, RetiredName)),
        ];

        // A key that is the newest already may be named as retired too: so it can be made known to every host before it is used.
        var ring = keys.DistinctBy(Convert.ToHexString, StringComparer.Ordinal).ToArray();
        return ring.Length <= Pseudonymizer.MaxKeys ? ring
            : throw new SettingException(RetiredName, $"has {ring.Length - 1} keys; expected at most {Pseudonymizer.MaxKeys - 1}");
    }

    /// <summary>Makes a new newest key in the file of a folder store; the others stay, as retired ones.</summary>
    /// <returns>Keys in the file now.</returns>
    /// <exception cref="SettingException">The file holds as many keys as a ring may have, or one that is none.</exception>
    public static int Rotate(StoreSettings stores)
    {
        var path = PathOf(stores);
        var keys = ReadOrCreateFile(path);
        if (keys.Count >= Pseudonymizer.MaxKeys)
        {
            throw new SettingException(NewestName, $"has {keys.Count} keys in its file; expected fewer than {Pseudonymizer.MaxKeys}. Forget the oldest first");
        }

        Write(path, [RandomNumberGenerator.GetBytes(Bytes), .. keys]);
        return keys.Count + 1;
    }

    /// <summary>Takes the oldest retired key out of the file of a folder store; what was written under it is found by nobody any more.</summary>
    /// <returns>Keys in the file now.</returns>
    /// <exception cref="SettingException">There is no retired key.</exception>
    public static int ForgetOldest(StoreSettings stores)
    {
        var path = PathOf(stores);
        var keys = ReadOrCreateFile(path);
        if (keys.Count < 2)
        {
            throw new SettingException(NewestName, "has no retired key in its file");
        }

        Write(path, [.. keys.SkipLast(1)]);
        return keys.Count - 1;
    }

    /// <summary>Whether the keys lie in a file of the folder store's.</summary>
    public static bool IsInFile(IConfiguration configuration) => configuration[NewestName] is not { Length: > 0 };

    private static IReadOnlyList<byte[]> Newest(IConfiguration configuration, StoreSettings stores)
    {
        if (configuration[NewestName] is { Length: > 0 } text)
        {
            return [Decode(text, NewestName)];
        }

        if (stores.Blobs == BlobStoreKind.Azure && configuration["Stores:Directory"] is not { Length: > 0 })
        {
            throw new SettingException("Pseudonyms:Key", "is missing; give 32 random bytes in base64, for instance from 'openssl rand -base64 32'");
        }

        return ReadOrCreateFile(PathOf(stores));
    }

    private static string PathOf(StoreSettings stores) => Path.Combine(stores.Directory, "pseudonym.key");

    private static IReadOnlyList<byte[]> ReadOrCreateFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            // Written aside and moved without overwriting: of two processes that start together one wins, whole.
            var staged = Stage(path, [RandomNumberGenerator.GetBytes(Bytes)]);
            try
            {
                File.Move(staged, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(staged);
            }
        }

        byte[][] keys = [.. Split(File.ReadAllText(path)).Select(key => Decode(key, NewestName))];
        return keys.Length > 0 ? keys : throw new SettingException(NewestName, "has an empty file");
    }

    private static void Write(string path, IReadOnlyList<byte[]> keys) => File.Move(Stage(path, keys), path, overwrite: true);

    private static string Stage(string path, IReadOnlyList<byte[]> keys)
    {
        var staged = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(staged, options);
        writer.Write(string.Join('\n', keys.Select(key => Convert.ToBase64String(key))));
        return staged;
    }

    private static string[] Split(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Decode(string text, string name)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= Bytes
            ? key[..length]
            : throw new SettingException(name, $"is not base64 of {Bytes} bytes or more");
    }
}

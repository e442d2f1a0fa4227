using BundleFunctions.Hosting.Settings;
using BundleFunctions.Operations;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Hosting.Tests.Doctor;

/// <summary>The ring of pseudonym keys, from a file and from the settings.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundles-keys-");

    [Fact]
    public void Rotate_FileOfAFolderStore_PutsANewKeyBeforeTheOthers()
    {
        var (configuration, stores) = Settings();
        var first = PseudonymKey.Read(configuration, stores).ShouldHaveSingleItem();

        PseudonymKey.Rotate(stores).ShouldBe(2);
        var ring = PseudonymKey.Read(configuration, stores);
        ring.Count.ShouldBe(2);
        ring[1].ShouldBe(first);
        ring[0].ShouldNotBe(first);

        PseudonymKey.ForgetOldest(stores).ShouldBe(1);
        PseudonymKey.Read(configuration, stores).ShouldHaveSingleItem().ShouldBe(ring[0]);
        Should.Throw<SettingException>(() => PseudonymKey.ForgetOldest(stores));
    }

    [Fact]
    public void Rotate_FullRing_IsRefused()
    {
        var (configuration, stores) = Settings();
        PseudonymKey.Read(configuration, stores);
        for (var i = 1; i < Pseudonymizer.MaxKeys; i++)
        {
            PseudonymKey.Rotate(stores);
        }

        Should.Throw<SettingException>(() => PseudonymKey.Rotate(stores)).Message.ShouldContain("Forget the oldest first");
        PseudonymKey.Read(configuration, stores).Count.ShouldBe(Pseudonymizer.MaxKeys);
    }

    [Fact]
    public void Read_RetiredKeysOfTheSettings_FollowTheNewestEachOnce()
    {
        var (one, two, three) = (Key(1), Key(2), Key(3));
        var (configuration, stores) = Settings(("Pseudonyms:Key", one), ("Pseudonyms:RetiredKeys", $"{two}, {one};{three}"));

        PseudonymKey.Read(configuration, stores).Select(key => Convert.ToBase64String(key)).ShouldBe([one, two, three]);
        PseudonymKey.IsInFile(configuration).ShouldBeFalse();
        (configuration, stores) = Settings(("Pseudonyms:Key", one), ("Pseudonyms:RetiredKeys", "c2hvcnQ="));
        Should.Throw<SettingException>(() => PseudonymKey.Read(configuration, stores)).Message.ShouldContain("Pseudonyms:RetiredKeys");
    }

    [Fact]
    public async Task Doctor_KeyChanged_IsContentOnlyWhereTheOldOneIsInTheRing()
    {
        var (blobs, documents) = (new InMemoryBlobStore(), new InMemoryDocumentStore());
        var (old, next) = (Convert.FromBase64String(Key(1)), Convert.FromBase64String(Key(2)));

        (await ExamineAsync(new Pseudonymizer(old))).ShouldNotContain("pseudonym-key-changed");
        (await ExamineAsync(new Pseudonymizer(next))).ShouldContain("pseudonym-key-changed");
        (await ExamineAsync(new Pseudonymizer([next, old]))).ShouldNotContain("pseudonym-key-changed");

        // From then on the new key is the one to be.
        (await ExamineAsync(new Pseudonymizer(next))).ShouldNotContain("pseudonym-key-changed");

        async Task<IEnumerable<string>> ExamineAsync(Pseudonymizer ring) =>
            (await new StoreExam(blobs, documents, new ShopDirectory(blobs), ring, new ManualClock()).ExamineAsync(default)).Select(finding => finding.Code);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (IConfiguration Configuration, StoreSettings Stores) Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Stores:Directory"] = _folder.FullName };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return (configuration, StoreSettings.Read(configuration));
    }

    private static string Key(byte number) => Convert.ToBase64String(Enumerable.Repeat(number, 32).ToArray());
}

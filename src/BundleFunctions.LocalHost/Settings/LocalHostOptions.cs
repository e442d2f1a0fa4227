namespace BundleFunctions.LocalHost.Settings;

/// <summary>How this host runs functions; bound from the section <see cref="SectionName"/>.</summary>
public sealed class LocalHostOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "LocalHost";

    /// <summary>How often containers are listed for new blobs; 10 ms or more. Default one second.</summary>
    public TimeSpan BlobPollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many blobs are handled at once; null takes host.json's degree, else the number of processors.</summary>
    public int? BlobConcurrency { get; set; }

    /// <summary>How often one version of a blob is tried before it is set aside; 1 or more. Default five, as on the platform.</summary>
    public int BlobTries { get; set; } = 5;

    /// <summary>How long the first retry waits; each one after it twice as long. Default half a second.</summary>
    public TimeSpan BlobRetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long running invocations may go on after a stop was asked for, before they are cancelled. Default 20 s.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The key that the admin and webhook routes ask for in <c>x-functions-key</c>; none where null or empty.</summary>
    public string? HostKey { get; set; }

    /// <summary>What is out of range, one complaint a line; empty where all is well.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var complaints = new List<string>();
        Expect(BlobPollInterval >= TimeSpan.FromMilliseconds(10), nameof(BlobPollInterval), BlobPollInterval, "00:00:00.010 or more");
        Expect(BlobConcurrency is null or (>= 1 and <= 1024), nameof(BlobConcurrency), BlobConcurrency, "1..1024");
        Expect(BlobTries is >= 1 and <= 100, nameof(BlobTries), BlobTries, "1..100");
        Expect(BlobRetryDelay >= TimeSpan.Zero, nameof(BlobRetryDelay), BlobRetryDelay, "zero or more");
        Expect(DrainTimeout >= TimeSpan.Zero, nameof(DrainTimeout), DrainTimeout, "zero or more");
        return complaints;

        void Expect(bool holds, string name, object? found, string expected)
        {
            if (!holds)
            {
                complaints.Add($"{SectionName}:{name} is {found}; expected {expected}.");
            }
        }
    }
}

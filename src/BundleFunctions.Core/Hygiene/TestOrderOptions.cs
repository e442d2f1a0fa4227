namespace BundleFunctions.Hygiene;

/// <summary>What marks events that nobody meant.</summary>
public sealed record TestOrderOptions
{
    private const int MostMarks = 1000;

    public bool Enabled { get; init; } = true;

    /// <summary>Channels of tests, whatever their case: their events do not count.</summary>
    public IReadOnlyList<string> Channels { get; init; } = ["test", "staging", "qa"];

    /// <summary>Products that only tests order, whatever their case: orders that hold one do not count.</summary>
    public IReadOnlyList<string> Products { get; init; } = ["test", "test-product"];

    /// <summary>Pseudonyms of users and visitors who test, such as staff (<c>bundles privacy pseudonym</c> tells them): their events do not count.</summary>
    public IReadOnlyList<Pseudonym> People { get; init; } = [];

    /// <summary>Whether orders do not count in which every piece has a price, and all prices are 0.</summary>
    public bool FreeOrders { get; init; } = true;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Channels.Count > MostMarks ? $"hygiene.testOrders.channels has {Channels.Count} entries; expected at most {MostMarks}."
        : Products.Count > MostMarks ? $"hygiene.testOrders.products has {Products.Count} entries; expected at most {MostMarks}."
        : People.Count > MostMarks ? $"hygiene.testOrders.people has {People.Count} entries; expected at most {MostMarks}."
        : null;
}

using System.Text.Json;

namespace BundleFunctions.Scoring;

/// <summary>How to ask the network in a model folder what comes next in a session.</summary>
/// <param name="Model">The kind of model.</param>
/// <param name="Length">Newest steps that it is told, 1 or more.</param>
/// <param name="Actions">Kinds of action that it tells apart, by number: wire names of <see cref="EventType"/>; empty where it takes none.</param>
/// <param name="Products">What its item numbers stand for.</param>
public sealed record SessionCard(string Model, int Length, IReadOnlyList<string> Actions, IReadOnlyList<ProductId> Products)
{
    /// <summary>Name of the input of item numbers + 1, right-aligned, 0 where there is nothing.</summary>
    public const string ItemsInput = "items";

    /// <summary>Name of the input of action numbers + 1, aligned as the items.</summary>
    public const string ActionsInput = "actions";

    /// <summary>The card as UTF-8 JSON.</summary>
    public void Write(Stream stream) => JsonSerializer.Serialize(stream, this, SessionCardJson.Readable.SessionCard);

    /// <exception cref="JsonException">It is no card.</exception>
    internal static SessionCard Read(Stream stream) =>
        JsonSerializer.Deserialize(stream, SessionCardJson.Default.SessionCard) is { Length: > 0, Actions: not null, Products: not null } card
            ? card : throw new JsonException("The session card has no length, no actions or no products.");
}

using System.Text.Json.Serialization;

namespace BundleFunctions.Sessions;

/// <summary>One thing that a visitor did with one product.</summary>
/// <param name="Product">The product.</param>
/// <param name="Action">View, click, add to or remove from cart, purchase or rating.</param>
/// <param name="At">When.</param>
/// <param name="Quantity">Pieces, 1 or more.</param>
/// <param name="Event">Names the event: 16 hexadecimal digits of its id's hash, so that one posted twice counts once.</param>
public sealed record SessionItem(
    [property: JsonPropertyName("p")] ProductId Product,
    [property: JsonPropertyName("a")] EventType Action,
    [property: JsonPropertyName("t")] DateTimeOffset At,
    [property: JsonPropertyName("q")] int Quantity,
    [property: JsonPropertyName("e")] string Event);

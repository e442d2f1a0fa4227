namespace BundleFunctions;

/// <summary>One product of an event.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Quantity">Pieces, 1 or more; a refund's quantity is positive too.</param>
/// <param name="UnitPrice">Price of one piece in the event's currency, 0 or more, before <paramref name="Discount"/>.</param>
/// <param name="Discount">What was taken off one piece, 0..<paramref name="UnitPrice"/>.</param>
/// <param name="Title">The product's name as the event carried it; lets a catalogue be derived where none is given.</param>
public sealed record EventItem(ProductId ProductId, int Quantity, decimal? UnitPrice = null, decimal? Discount = null, string? Title = null);

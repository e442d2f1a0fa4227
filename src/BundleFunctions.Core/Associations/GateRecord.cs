namespace BundleFunctions.Associations;

/// <summary>What the promotion gate decided when a model was trained.</summary>
/// <param name="Decision"><c>promote</c> where the challenger took the champion's place, <c>hold</c> where the champion stayed.</param>
/// <param name="Champion">The kind of model that served before; null where nothing did.</param>
/// <param name="Challenger">The kind of model that did best on the validation orders.</param>
/// <param name="Reasons">Why, in words.</param>
public sealed record GateRecord(string Decision, string? Champion, string Challenger, IReadOnlyList<string> Reasons);

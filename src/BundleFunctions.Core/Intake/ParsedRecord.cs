namespace BundleFunctions.Intake;

/// <summary>One record of a file: an event, or what is wrong with it.</summary>
/// <param name="Line">1-based line on which it starts.</param>
/// <param name="Event">The event; null where there is a fault.</param>
/// <param name="Fault">The fault; null where there is an event.</param>
/// <param name="UnknownFields">Fields that no rule knows.</param>
/// <param name="Fingerprint">Tells the event from another under the same id.</param>
internal readonly record struct ParsedRecord(long Line, ShopEvent? Event, FieldFault? Fault, int UnknownFields, ulong Fingerprint);

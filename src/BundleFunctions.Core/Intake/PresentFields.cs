namespace BundleFunctions.Intake;

/// <summary>Which fields of an event hold something.</summary>
[Flags]
internal enum PresentFields
{
    None = 0,
    Visitor = 1,
    User = 2,
    Session = 4,
    Order = 8,
    Currency = 16,
    Query = 32,
    Rating = 64,
    Channel = 128,
    Recommendation = 256,
    Bundle = 512,
    Consent = 1024,
}

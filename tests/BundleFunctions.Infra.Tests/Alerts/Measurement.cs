namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>One measurement, as a row of the table that an alert asks.</summary>
/// <param name="Name">Of the instrument, or of the request.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Dimensions">Its tags.</param>
internal sealed record Measurement(string Name, double Value, IReadOnlyDictionary<string, string> Dimensions);

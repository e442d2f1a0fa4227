using System.Text.Json.Serialization;

namespace BundleFunctions.Feedback.Sales;

/// <summary>JSON of sales reports: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    WriteIndented = true)]
[JsonSerializable(typeof(SalesReport))]
public sealed partial class SalesJson : JsonSerializerContext;

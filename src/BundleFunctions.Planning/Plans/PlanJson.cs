using System.Text.Json.Serialization;
using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Plans;

/// <summary>JSON of plans and of calendars: camelCase, enumerations by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ShopPlan))]
[JsonSerializable(typeof(IReadOnlyList<CalendarPeriod>))]
public sealed partial class PlanJson : JsonSerializerContext;

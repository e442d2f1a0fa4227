namespace BundleFunctions.Operations.Drift;

/// <summary>What a shop's drift was when it was last measured.</summary>
public sealed record DriftRecord
{
    /// <summary>The model that serves.</summary>
    public required ModelId Model { get; init; }

    /// <summary>What came in during the four weeks before it was trained.</summary>
    public required InputProfile Learned { get; init; }

    /// <summary>Day of the measurement, UTC.</summary>
    public required DateOnly MeasuredOn { get; init; }

    /// <summary>Population stability index by feature: <c>type</c>, <c>product</c>, <c>price</c>, <c>basket</c>; one that was counted too rarely is missing.</summary>
    public required SortedDictionary<string, double> Drift { get; init; }
}

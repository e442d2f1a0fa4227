namespace BundleFunctions.Functions.Http;

/// <summary>What every question may say in its query string or its body; see the parameters in <c>docs/http-api.md</c>.</summary>
internal record QuestionBody
{
    public int? Limit { get; init; }

    public int? MaxItems { get; init; }

    public bool? Explain { get; init; }

    public bool? Decorate { get; init; }

    public string? Filter { get; init; }

    public double? Diversity { get; init; }

    public double? PriceLevel { get; init; }

    public decimal? MinPrice { get; init; }

    public decimal? MaxPrice { get; init; }

    public string? Cursor { get; init; }

    public string? VisitorId { get; init; }

    public string? UserId { get; init; }

    public string? SessionId { get; init; }

    public string? Channel { get; init; }

    public string? Segment { get; init; }
}

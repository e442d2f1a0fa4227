namespace BundleFunctions.DemoShop.Sessions;

/// <summary>Someone, or some machine, that visits the shop.</summary>
internal sealed record Visitor
{
    public required string VisitorId { get; init; }

    /// <summary>The account, for those who have one.</summary>
    public string? UserId { get; init; }

    /// <summary><c>web</c>, <c>mobile</c> or <c>app</c>.</summary>
    public required string Channel { get; init; }

    public bool IsApp => string.Equals(Channel, "app", StringComparison.Ordinal);

    public required string UserAgent { get; init; }

    /// <summary>Index of the department that more than half of the visitor's wishes come from.</summary>
    public required int Favourite { get; init; }

    /// <summary>What was agreed to; null for visitors who have not answered.</summary>
    public Consent? Consent { get; init; }
}

namespace BundleFunctions.Benchmarks.Intake;

/// <summary>One made-up event; used again for the next.</summary>
internal sealed class MadeEvent
{
    public (ulong High, ulong Low) Id { get; set; }

    public string Type { get; set; } = "view";

    /// <summary>Milliseconds since 2026 began.</summary>
    public long At { get; set; }

    public int Visitor { get; set; }

    /// <summary>0 where the visitor has not signed in.</summary>
    public int User { get; set; }

    public int Session { get; set; }

    /// <summary>0 where it is no order.</summary>
    public int Order { get; set; }

    public int Query { get; set; }

    public bool IsApp { get; set; }

    public List<(int Product, int Quantity, int Cents)> Items { get; } = [];
}

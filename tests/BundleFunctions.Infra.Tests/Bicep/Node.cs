namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A piece of an expression.</summary>
/// <param name="Line">Where it begins.</param>
internal abstract record Node(int Line)
{
    /// <summary>What it is made of.</summary>
    public virtual IEnumerable<Node> Children => [];

    /// <summary>It and all that is in it.</summary>
    public IEnumerable<Node> All => Children.SelectMany(child => child.All).Prepend(this);
}

namespace BundleFunctions.Cli.Commands;

/// <summary>What models are asked.</summary>
internal enum EvaluationTask
{
    /// <summary>Which item is missing from an order.</summary>
    Basket,

    /// <summary>What a user buys next.</summary>
    NextBasket,
}

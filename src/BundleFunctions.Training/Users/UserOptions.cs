namespace BundleFunctions.Training.Users;

/// <summary>Which users get recommendations of their own.</summary>
public sealed record UserOptions
{
    /// <summary>Orders that a user must have, 1 or more.</summary>
    public int MinUserOrders { get; init; } = 3;

    /// <summary>Most users, 0 or more; those who ordered last come first. 0 recommends to nobody.</summary>
    public int MaxUsers { get; init; } = 20_000;

    /// <summary>Products for each, 1..50.</summary>
    public int ProductsPerUser { get; init; } = 50;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MinUserOrders < 1 ? $"training.users.minUserOrders is {MinUserOrders}; expected 1 or more."
        : MaxUsers < 0 ? $"training.users.maxUsers is {MaxUsers}; expected 0 or more."
        : ProductsPerUser is < 1 or > 50 ? $"training.users.productsPerUser is {ProductsPerUser}; expected 1..50."
        : null;
}

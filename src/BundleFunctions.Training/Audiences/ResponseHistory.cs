using BundleFunctions.Audiences;
using BundleFunctions.Baskets;
using BundleFunctions.Profiles;

namespace BundleFunctions.Training.Audiences;

/// <summary>What users owned at a moment, and what they bought in the days after it.</summary>
internal sealed class ResponseHistory
{
    private static readonly HashSet<ProductId> Nothing = [];

    private readonly Dictionary<Pseudonym, HashSet<ProductId>> _owned = [];
    private readonly Dictionary<Pseudonym, HashSet<ProductId>> _bought = [];
    private readonly Dictionary<Pseudonym, List<Basket>> _orders = [];

    /// <param name="profiles">Whose history.</param>
    /// <param name="baskets">All orders.</param>
    /// <param name="cut">The moment.</param>
    public ResponseHistory(IReadOnlyList<UserProfile> profiles, IReadOnlyList<Basket> baskets, DateTimeOffset cut)
    {
        Users = profiles;
        var known = profiles.Select(profile => profile.User).ToHashSet();
        Before = [.. baskets.Where(basket => basket.At < cut)];
        foreach (var basket in baskets)
        {
            if (basket.User is not { } user || !known.Contains(user) || basket.At >= cut.AddDays(ResponseModel.Days))
            {
                continue;
            }

            Add(basket.At < cut ? _owned : _bought, user).UnionWith(basket.Products);
            if (basket.At >= cut)
            {
                Add(_orders, user).Add(basket);
            }
        }
    }

    public IReadOnlyList<UserProfile> Users { get; }

    /// <summary>Orders before the moment, of anybody.</summary>
    public IReadOnlyList<Basket> Before { get; }

    public IReadOnlySet<ProductId> OwnedBy(UserProfile user) => _owned.GetValueOrDefault(user.User) ?? Nothing;

    public IReadOnlySet<ProductId> BoughtBy(UserProfile user) => _bought.GetValueOrDefault(user.User) ?? Nothing;

    /// <summary>Whether one order of the days after holds both.</summary>
    public bool BoughtTogether(UserProfile user, ProductId one, ProductId other) =>
        _orders.GetValueOrDefault(user.User)?.Exists(order => order.Products.Contains(one) && order.Products.Contains(other)) == true;

    private static T Add<T>(Dictionary<Pseudonym, T> table, Pseudonym user)
        where T : new()
    {
        if (!table.TryGetValue(user, out var value))
        {
            table.Add(user, value = new T());
        }

        return value;
    }
}

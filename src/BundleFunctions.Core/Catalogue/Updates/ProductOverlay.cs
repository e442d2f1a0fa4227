namespace BundleFunctions.Catalogue.Updates;

/// <summary>What is newer of one product than the catalogue's files say; null where nothing is.</summary>
internal sealed record ProductOverlay(
    Stamped<int>? Stock = null,
    Stamped<decimal>? Price = null,
    Stamped<DateTimeOffset>? AvailableFrom = null,
    Stamped<DateTimeOffset>? AvailableTo = null,
    Stamped<bool>? Discontinued = null)
{
    /// <summary>Whether nothing is left of it.</summary>
    public bool IsEmpty() => (Stock, Price, AvailableFrom, AvailableTo, Discontinued) is (null, null, null, null, null);

    /// <summary>Field by field the later of two.</summary>
    public ProductOverlay With(ProductOverlay other) => new(
        Stamped<int>.Later(Stock, other.Stock),
        Stamped<decimal>.Later(Price, other.Price),
        Stamped<DateTimeOffset>.Later(AvailableFrom, other.AvailableFrom),
        Stamped<DateTimeOffset>.Later(AvailableTo, other.AvailableTo),
        Stamped<bool>.Later(Discontinued, other.Discontinued));

    /// <summary>What is younger than a moment.</summary>
    public ProductOverlay After(DateTimeOffset moment) => new(
        Stamped<int>.After(Stock, moment),
        Stamped<decimal>.After(Price, moment),
        Stamped<DateTimeOffset>.After(AvailableFrom, moment),
        Stamped<DateTimeOffset>.After(AvailableTo, moment),
        Stamped<bool>.After(Discontinued, moment));

    /// <summary>The product as it is now.</summary>
    public Product Over(Product product) => product with
    {
        Stock = Stock is null ? product.Stock : Stock.Value,
        Price = Price is null ? product.Price : Price.Value,
        AvailableFrom = AvailableFrom is null ? product.AvailableFrom : AvailableFrom.Value,
        AvailableTo = AvailableTo is null ? product.AvailableTo : AvailableTo.Value,
        Discontinued = Discontinued is null ? product.Discontinued : Discontinued.Value,
    };
}

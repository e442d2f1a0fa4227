namespace BundleFunctions.Catalogue.Updates;

/// <summary>Stable codes of refused updates; <c>docs/http-api.md</c> explains each.</summary>
public static class UpdateCodes
{
    public const string Malformed = "malformed_update";
    public const string UnknownProduct = "unknown_product";
    public const string NothingNew = "nothing_to_update";
    public const string StockOutOfRange = "stock_out_of_range";
    public const string PriceOutOfRange = "price_out_of_range";
    public const string TimeOutOfRange = "time_out_of_range";
}

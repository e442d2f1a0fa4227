namespace BundleFunctions.Intake;

/// <summary>Stable codes of refused records and files; <c>docs/event-schema.md</c> explains each.</summary>
public static class RejectCodes
{
    // Files
    public const string NoShop = "no_shop";
    public const string UnknownImportMap = "unknown_import_map";
    public const string ImportMapInvalid = "import_map_invalid";
    public const string EncodingNotUtf8 = "encoding_not_utf8";
    public const string GzipCorrupt = "gzip_corrupt";
    public const string GzipNested = "gzip_nested";
    public const string GzipTooLarge = "gzip_too_large";
    public const string JsonArrayBroken = "json_array_broken";
    public const string ParquetNotSupported = "parquet_not_supported";
    public const string ParquetCorrupt = "parquet_corrupt";
    public const string MissingColumn = "missing_column";
    public const string HeldWithFile = "held_with_file";

    // Records
    public const string LineTooLong = "line_too_long";
    public const string NotUtf8 = "not_utf8";
    public const string MalformedJson = "malformed_json";
    public const string JsonTooDeep = "json_too_deep";
    public const string NotAnObject = "not_an_object";
    public const string MalformedCsv = "malformed_csv";
    public const string WrongFieldCount = "wrong_field_count";
    public const string OtherType = "other_type";

    // Fields
    public const string FieldMissing = "field_missing";
    public const string FieldWrongType = "field_wrong_type";
    public const string TextInvalid = "text_invalid";
    public const string TextTooLong = "text_too_long";
    public const string IdInvalid = "id_invalid";
    public const string UnknownType = "unknown_type";
    public const string TimeInvalid = "time_invalid";
    public const string TimeOutOfRange = "time_out_of_range";
    public const string QuantityNotWhole = "quantity_not_a_whole_number";
    public const string QuantityOutOfRange = "quantity_out_of_range";
    public const string PriceNotANumber = "price_not_a_number";
    public const string PriceOutOfRange = "price_out_of_range";
    public const string DiscountOutOfRange = "discount_out_of_range";
    public const string CurrencyInvalid = "currency_invalid";
    public const string RatingOutOfRange = "rating_out_of_range";
    public const string NotABoolean = "not_a_boolean";
    public const string ItemsMissing = "items_missing";
    public const string TooManyItems = "too_many_items";
    public const string UnevenItems = "uneven_items";
    public const string NoActor = "no_actor";
    public const string ErasedPerson = "erased_person";

    // Products
    public const string StockOutOfRange = "stock_out_of_range";
    public const string UrlInvalid = "url_invalid";
    public const string AvailabilityReversed = "availability_reversed";
    public const string TooManyValues = "too_many_values";

    // Posted bodies
    public const string BodyTooLarge = "body_too_large";
    public const string TooManyEvents = "too_many_events";
}

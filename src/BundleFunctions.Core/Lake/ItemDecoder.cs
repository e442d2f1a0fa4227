using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>Reads the items of a row group: a list of structs, each field of it a column of its own.</summary>
internal sealed class ItemDecoder(ColumnFiller filler, ParquetFile file, RowGroup group, EventColumns into)
{
    private const string Prefix = "items.list.element.";

    /// <summary>Adds the items to the rows from <paramref name="start"/> on.</summary>
    /// <exception cref="InvalidDataException">The columns do not have the same items, or one lacks its product or its quantity.</exception>
    public void Decode(int start, EventFields fields)
    {
        var first = into.Items.Count;
        into.ItemEnds[start..].Fill(first);
        if (!fields.HasFlag(EventFields.Products))
        {
            return;
        }

        ReadProducts(Must("productId"), start, first);
        var quantities = new long[into.Items.Count - first];
        filler.Numbers(Must("quantity"), quantities, (_, value) => value, SameItems(start, first));
        for (var i = 0; i < quantities.Length; i++)
        {
            into.Items.Quantities[first + i] = quantities[i] is > 0 and <= int.MaxValue
                ? (int)quantities[i]
                : throw new InvalidDataException($"Item {i} of a lake part has quantity {quantities[i]}.");
        }

        if (fields.HasFlag(EventFields.Prices))
        {
            ReadPrices("unitPrice", into.Items.UnitPrices[first..], start, first);
            ReadPrices("discount", into.Items.Discounts[first..], start, first);
        }

        if (fields.HasFlag(EventFields.Titles) && file.Column(group, Prefix + "title") is { } titles)
        {
            filler.Texts(titles, into.Items.Titles[first..], into.Texts, SameItems(start, first));
        }
    }

    private void ReadProducts(ColumnReader column, int start, int first)
    {
        while (column.Next((row, entries) =>
        {
            if (row >= into.Count - start)
            {
                throw new InvalidDataException($"A lake part has items of more than {into.Count - start} rows.");
            }

            if (row > 0)
            {
                into.ItemEnds[start + row - 1] = first + entries;
            }
        }))
        {
            into.Items.Extend(first + column.Entries - into.Items.Count);
            var codes = filler.Codes(column, into.Texts);
            for (var i = 0; i < codes.Length; i++)
            {
                into.Items.Products[first + column.Places[i]] = codes[i];
            }
        }

        if (column.Rows != into.Count - start)
        {
            throw new InvalidDataException($"A lake part has items of {column.Rows} rows where {into.Count - start} were expected.");
        }

        if (column.Rows > 0)
        {
            into.ItemEnds[^1] = first + column.Entries;
        }

        if (into.Items.Products[first..].Contains(TextTable.None))
        {
            throw new InvalidDataException("A lake part has an item without a product.");
        }
    }

    private void ReadPrices(string name, Span<long> prices, int start, int first)
    {
        if (file.Column(group, Prefix + name) is { } column)
        {
            filler.Numbers(column, prices, LakeUnits.FromDecimal, SameItems(start, first));
        }
    }

    private Action<int, int> SameItems(int start, int first) => (row, entries) =>
    {
        if (start + row >= into.Count || into.ItemsOf(start + row).Start.Value != first + entries)
        {
            throw new InvalidDataException($"The item columns of a lake part differ in row {row}.");
        }
    };

    private ColumnReader Must(string name) =>
        file.Column(group, Prefix + name) ?? throw new InvalidDataException($"A lake part has no column {Prefix}{name}.");
}

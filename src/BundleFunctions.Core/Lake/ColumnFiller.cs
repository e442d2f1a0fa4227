using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>Reads whole columns of a row group into arrays of one place an entry.</summary>
internal sealed class ColumnFiller
{
    private int[] _ints = [];
    private long[] _longs = [];

    /// <summary>Reads numbers; what is null stays as it was.</summary>
    /// <param name="column">The column.</param>
    /// <param name="into">As many places as the column has entries.</param>
    /// <param name="convert">From the column's unit to ours.</param>
    /// <param name="newRow">Told of each row that begins, as <see cref="ColumnReader.Next"/> does.</param>
    public void Numbers(ColumnReader column, Span<long> into, Func<SchemaNode, long, long> convert, Action<int, int>? newRow = null)
    {
        while (column.Next(newRow))
        {
            column.MustFit(into.Length);
            Grow(ref _longs, column.Count);
            column.Numbers(_longs);
            for (var i = 0; i < column.Count; i++)
            {
                into[column.Places[i]] = convert(column.Leaf.Node, _longs[i]);
            }
        }

        column.MustEndAt(into.Length);
    }

    /// <summary>Reads texts as codes.</summary>
    /// <inheritdoc cref="Numbers"/>
    public void Texts(ColumnReader column, Span<int> into, TextTable texts, Action<int, int>? newRow = null)
    {
        while (column.Next(newRow))
        {
            column.MustFit(into.Length);
            var codes = Codes(column, texts);
            for (var i = 0; i < codes.Length; i++)
            {
                into[column.Places[i]] = codes[i];
            }
        }

        column.MustEndAt(into.Length);
    }

    /// <summary>Reads byte strings, each behind the one before; a null is an empty one.</summary>
    /// <param name="column">The column.</param>
    /// <param name="into">Gets <paramref name="rows"/> more.</param>
    /// <param name="rows">Rows of the group.</param>
    public static void Bytes(ColumnReader column, ByteColumn into, int rows)
    {
        var start = into.Count;
        while (column.Next())
        {
            column.MustFit(rows);
            var values = column.Texts();
            for (var i = 0; i < column.Count; i++)
            {
                into.PadTo(start + column.Places[i]);
                into.Add(values[i]);
            }
        }

        column.MustEndAt(rows);
        into.PadTo(start + rows);
    }

    /// <summary>Reads one flag of the consents.</summary>
    public void Consents(ColumnReader column, Span<ConsentCode> into, ConsentCode flag)
    {
        while (column.Next())
        {
            column.MustFit(into.Length);
            Grow(ref _ints, column.Count);
            column.Booleans(_ints);
            for (var i = 0; i < column.Count; i++)
            {
                into[column.Places[i]] |= ConsentCode.Said | (_ints[i] != 0 ? flag : ConsentCode.Absent);
            }
        }

        column.MustEndAt(into.Length);
    }

    /// <summary>The codes of the texts of the column's page, good until the next call.</summary>
    public ReadOnlySpan<int> Codes(ColumnReader column, TextTable texts)
    {
        var values = column.Texts();
        Grow(ref _ints, column.Count);
        if (values.Indexes is { } indexes)
        {
            var codes = values.Codes(texts);
            for (var i = 0; i < column.Count; i++)
            {
                _ints[i] = codes[indexes.Span[i]];
            }
        }
        else
        {
            for (var i = 0; i < column.Count; i++)
            {
                _ints[i] = texts.Intern(values[i]);
            }
        }

        return _ints.AsSpan(0, column.Count);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }
    }
}

using System.Numerics;

namespace BundleFunctions.Lake;

/// <summary>The items of <see cref="EventColumns"/>, those of one event behind those of the event before.</summary>
internal sealed class ItemColumns
{
    private const int FirstItems = 32;
    private int[] _products = new int[FirstItems];
    private int[] _quantities = new int[FirstItems];
    private long[] _unitPrices = new long[FirstItems];
    private long[] _discounts = new long[FirstItems];
    private int[] _titles = new int[FirstItems];

    public int Count { get; private set; }

    /// <summary>Codes of the product ids.</summary>
    public Span<int> Products => _products.AsSpan(0, Count);

    public Span<int> Quantities => _quantities.AsSpan(0, Count);

    /// <summary>In units of 10^-8, or <see cref="LakeUnits.Absent"/>.</summary>
    public Span<long> UnitPrices => _unitPrices.AsSpan(0, Count);

    /// <inheritdoc cref="UnitPrices"/>
    public Span<long> Discounts => _discounts.AsSpan(0, Count);

    /// <summary>Codes of the titles.</summary>
    public Span<int> Titles => _titles.AsSpan(0, Count);

    public ItemRow this[int item] => new(_products[item], _quantities[item], _unitPrices[item], _discounts[item], _titles[item]);

    public void Add(in ItemRow item)
    {
        var i = Count;
        if (i == _products.Length)
        {
            Grow(i + 1);
        }

        Count = i + 1;
        _products[i] = item.Product;
        _quantities[i] = item.Quantity;
        _unitPrices[i] = item.UnitPrice;
        _discounts[i] = item.Discount;
        _titles[i] = item.Title;
    }

    /// <summary>Makes room for so many more, absent but for their quantity of 0.</summary>
    public void Extend(int count)
    {
        var start = Count;
        if (start + count > _products.Length)
        {
            Grow(start + count);
        }

        Count += count;
        Products[start..].Clear();
        Quantities[start..].Clear();
        UnitPrices[start..].Fill(LakeUnits.Absent);
        Discounts[start..].Fill(LakeUnits.Absent);
        Titles[start..].Clear();
    }

    public void Clear() => Count = 0;

    private void Grow(int count)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)count);
        Array.Resize(ref _products, capacity);
        Array.Resize(ref _quantities, capacity);
        Array.Resize(ref _unitPrices, capacity);
        Array.Resize(ref _discounts, capacity);
        Array.Resize(ref _titles, capacity);
    }
}

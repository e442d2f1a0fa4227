namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>Sizes of the packed product (Goto and van de Geijn 2008): a tile's sums live in registers, a panel of the right side in the
/// first cache, a block of the left side in the second, the packed right side in the third.</summary>
internal static class MicroTile
{
    /// <summary>Rows of a tile: 6 x 2 vectors of sums, 2 of the right side and 1 of the left make 15 of 16 registers.</summary>
    public const int Rows = 6;

    /// <summary>Columns of a tile: two vectors of eight.</summary>
    public const int Columns = 16;

    /// <summary>Steps of the inner sum that are packed at a time. It fixes the order of adding, hence the last bits of every product.</summary>
    public const int Depth = 256;

    /// <summary>Rows of the left side that are packed at a time.</summary>
    public const int RowsAtOnce = 32 * Rows;

    /// <summary>Columns of the right side that are packed at a time.</summary>
    public const int ColumnsAtOnce = 2048;
}

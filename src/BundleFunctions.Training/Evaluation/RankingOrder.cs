namespace BundleFunctions.Training.Evaluation;

/// <summary>Packs a score and an item's place among ties into one number, the greater the better; 0 stands for an item that is not ranked.</summary>
internal sealed class RankingOrder
{
    private readonly uint[] _tieBreak;
    private readonly int[] _itemOf;

    public RankingOrder(RankingTask task)
    {
        _itemOf = [.. task.PopularFirst];
        _tieBreak = new uint[_itemOf.Length];
        for (var place = 0; place < _itemOf.Length; place++)
        {
            _tieBreak[_itemOf[place]] = (uint)(int.MaxValue - place);
        }
    }

    /// <summary>The key of a finite score: its bits turned so that they ascend as it does, then the tie-break.</summary>
    public ulong KeyOf(int item, float score)
    {
        // Adding 0 makes -0 the 0 that it equals.
        var bits = BitConverter.SingleToUInt32Bits(score + 0f);
        var ascending = (bits & 0x8000_0000u) == 0 ? bits | 0x8000_0000u : ~bits;
        return ((ulong)ascending << 32) | _tieBreak[item];
    }

    public int ItemOf(ulong key) => _itemOf[int.MaxValue - (int)(uint)key];
}

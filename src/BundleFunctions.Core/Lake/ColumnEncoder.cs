using System.Buffers.Binary;
using System.Numerics;
using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>Writes one column after the other. What comes again goes through a dictionary, the rest as differences or as it is; which of them
/// follows from the values alone.</summary>
internal sealed class ColumnEncoder(ParquetFileWriter writer)
{
    private readonly CodeDictionary _codes = new();
    private readonly NumberDictionary _numbers = new();
    private readonly ByteBuffer _values = new();
    private int[] _indexes = [];
    private int[] _definitions = [];
    private byte[] _there = [];
    private long[] _longs = [];
    private ColumnFill _fill;

    /// <summary>Writes texts by their codes; <see cref="TextTable.None"/> is null.</summary>
    public void Texts(ColumnShape shape, ReadOnlySpan<int> codes, TextTable texts)
    {
        Room(codes.Length);
        _fill = FillOf(codes, TextTable.None);
        for (var i = 0; i < codes.Length && _fill == ColumnFill.Some; i++)
        {
            _there[i] = codes[i] == TextTable.None ? (byte)0 : (byte)1;
        }

        var count = _codes.Build(_fill == ColumnFill.None ? [] : codes, texts.Count, _indexes);
        var pays = (long)_codes.Count * 4 <= (long)count * 3 && count > 0;
        if (pays)
        {
            WriteDictionary(texts);
        }

        var next = 0;
        foreach (var (slots, values) in shape.Pages)
        {
            var there = Define(shape, slots, values);
            var indexes = _indexes.AsSpan(next, there);
            next += there;
            _values.Clear();
            if (pays)
            {
                WriteIndexes(indexes, _codes.Width);
            }
            else
            {
                WriteTexts(indexes, texts);
            }

            WritePage(shape, slots, there, pays ? ParquetEncoding.RleDictionary : ParquetEncoding.DeltaLengthByteArray);
        }

        writer.EndColumn();
    }

    /// <summary>Writes byte strings that seldom come twice; an empty one is null where the column may have nulls.</summary>
    public void Bytes(ColumnShape shape, ByteColumn bytes)
    {
        Room(bytes.Count);
        _fill = writer.Leaf.MaxDefinition == 0 ? ColumnFill.All : bytes.Length == 0 ? ColumnFill.None : ColumnFill.Some;
        for (var i = 0; i < bytes.Count && _fill == ColumnFill.Some; i++)
        {
            _there[i] = bytes[i].IsEmpty ? (byte)0 : (byte)1;
        }

        foreach (var (slots, values) in shape.Pages)
        {
            var there = Define(shape, slots, values);
            var lengths = _longs.AsSpan(0, there);
            var next = 0;
            for (var i = values.Start.Value; i < values.End.Value && next < there; i++)
            {
                if (_fill == ColumnFill.All || _there[i] != 0)
                {
                    lengths[next++] = bytes[i].Length;
                }
            }

            _values.Clear();
            DeltaEncoder.Write(_values, lengths);
            _values.Write(bytes[values]);
            WritePage(shape, slots, there, ParquetEncoding.DeltaLengthByteArray);
        }

        writer.EndColumn();
    }

    /// <summary>Writes 64-bit numbers, all there, near to the ones before: times.</summary>
    public void Times(ColumnShape shape, ReadOnlySpan<long> times)
    {
        Room(times.Length);
        _fill = ColumnFill.All;
        foreach (var (slots, values) in shape.Pages)
        {
            _values.Clear();
            DeltaEncoder.Write(_values, times[values]);
            WritePage(shape, slots, times[values].Length, ParquetEncoding.DeltaBinaryPacked);
        }

        var (least, greatest) = (long.MaxValue, long.MinValue);
        foreach (var time in times)
        {
            (least, greatest) = (Math.Min(least, time), Math.Max(greatest, time));
        }

        writer.EndColumn(times.IsEmpty ? null : (least, greatest));
    }

    /// <summary>Writes numbers, of 32 or 64 bits as the column has it; <see cref="LakeUnits.Absent"/> is null.</summary>
    public void Numbers(ColumnShape shape, ReadOnlySpan<long> numbers)
    {
        Room(numbers.Length);
        var count = 0;
        _fill = FillOf(numbers, LakeUnits.Absent);
        for (var i = 0; i < numbers.Length && _fill != ColumnFill.None; i++)
        {
            var there = numbers[i] != LakeUnits.Absent;
            _there[i] = there ? (byte)1 : (byte)0;
            _longs[count] = numbers[i];
            count += there ? 1 : 0;
        }

        var pays = _numbers.TryBuild(_longs.AsSpan(0, count), _indexes) && count > 0;
        if (pays)
        {
            WriteDictionary();
        }

        var next = 0;
        foreach (var (slots, values) in shape.Pages)
        {
            var there = Define(shape, slots, values);
            _values.Clear();
            if (pays)
            {
                WriteIndexes(_indexes.AsSpan(next, there), _numbers.Width);
            }
            else
            {
                DeltaEncoder.Write(_values, _longs.AsSpan(next, there));
            }

            next += there;
            WritePage(shape, slots, there, pays ? ParquetEncoding.RleDictionary : ParquetEncoding.DeltaBinaryPacked);
        }

        writer.EndColumn();
    }

    /// <summary>Writes one flag of the consents; events that do not speak of consent are null.</summary>
    public void Consents(ColumnShape shape, ReadOnlySpan<ConsentCode> consents, ConsentCode flag)
    {
        Room(consents.Length);
        var count = 0;
        _fill = consents.ContainsAnyExcept(ConsentCode.Absent) ? ColumnFill.Some : ColumnFill.None;
        for (var i = 0; i < consents.Length && _fill != ColumnFill.None; i++)
        {
            var there = consents[i] != ConsentCode.Absent;
            _there[i] = there ? (byte)1 : (byte)0;
            _indexes[count] = consents[i].HasFlag(flag) ? 1 : 0;
            count += there ? 1 : 0;
        }

        var next = 0;
        foreach (var (slots, values) in shape.Pages)
        {
            var there = Define(shape, slots, values);
            _values.Clear();
            BitPacker.Pack(_indexes.AsSpan(next, there), 1, _values.Take((there + 7) / 8));
            next += there;
            WritePage(shape, slots, there, ParquetEncoding.Plain);
        }

        writer.EndColumn();
    }

    private void WriteIndexes(ReadOnlySpan<int> indexes, int width)
    {
        _values.WriteByte((byte)width);
        HybridEncoder.Write(_values, indexes, width);
    }

    private void WriteTexts(ReadOnlySpan<int> indexes, TextTable texts)
    {
        var lengths = _longs.AsSpan(0, indexes.Length);
        for (var i = 0; i < indexes.Length; i++)
        {
            lengths[i] = texts[_codes.Codes[indexes[i]]].Length;
        }

        DeltaEncoder.Write(_values, lengths);
        foreach (var index in indexes)
        {
            _values.Write(texts[_codes.Codes[index]]);
        }
    }

    private void WriteDictionary(TextTable texts)
    {
        _values.Clear();
        foreach (var code in _codes.Codes)
        {
            var text = texts[code];
            var place = _values.Take(sizeof(int) + text.Length);
            BinaryPrimitives.WriteInt32LittleEndian(place, text.Length);
            text.CopyTo(place[sizeof(int)..]);
        }

        writer.WriteDictionary(_values.Span, _codes.Count);
    }

    private void WriteDictionary()
    {
        _values.Clear();
        foreach (var number in _numbers.Numbers)
        {
            if (writer.Leaf.Node.Type == PhysicalType.Int32)
            {
                _values.WriteInt32((int)number);
            }
            else
            {
                _values.WriteInt64(number);
            }
        }

        writer.WriteDictionary(_values.Span, _numbers.Count);
    }

    /// <summary>Fills the definition levels of a page.</summary>
    /// <returns>How many of its values are there.</returns>
    private int Define(ColumnShape shape, Range slots, Range values)
    {
        var there = _there.AsSpan(values);
        if (writer.Leaf.MaxDefinition == 0)
        {
            return there.Length;
        }

        var presence = shape.Presence.IsEmpty ? [] : shape.Presence[slots];
        var isOptional = writer.Leaf.Node.Repetition == Repetition.Optional || presence.IsEmpty;
        var definitions = _definitions.AsSpan(0, presence.IsEmpty ? there.Length : presence.Length);
        if (_fill != ColumnFill.Some)
        {
            var level = _fill == ColumnFill.All && isOptional ? 1 : 0;
            Fill(definitions, presence, level);
            return _fill == ColumnFill.All ? there.Length : 0;
        }

        var (count, value) = (0, 0);
        for (var i = 0; i < definitions.Length; i++)
        {
            if (!presence.IsEmpty && presence[i] == 0)
            {
                definitions[i] = 0;
                continue;
            }

            var isThere = there[value++];
            count += isThere;
            definitions[i] = (presence.IsEmpty ? 0 : 1) + (isOptional ? isThere : 0);
        }

        return count;
    }

    // Where all values are there, or none.
    private static void Fill(Span<int> definitions, ReadOnlySpan<int> presence, int level)
    {
        if (presence.IsEmpty)
        {
            definitions.Fill(level);
            return;
        }

        for (var i = 0; i < definitions.Length; i++)
        {
            definitions[i] = presence[i] << level;
        }
    }

    private static ColumnFill FillOf<T>(ReadOnlySpan<T> values, T absent)
        where T : IEquatable<T>
    {
        if (!values.Contains(absent))
        {
            return ColumnFill.All;
        }

        return values.ContainsAnyExcept(absent) ? ColumnFill.Some : ColumnFill.None;
    }

    private void WritePage(ColumnShape shape, Range slots, int there, ParquetEncoding encoding)
    {
        var count = slots.End.Value - slots.Start.Value;
        writer.WriteData(
            shape.Repetitions.IsEmpty ? [] : shape.Repetitions[slots], _definitions.AsSpan(0, count), count, count - there, _values.Span, encoding);
    }

    private void Room(int values)
    {
        if (_there.Length < values)
        {
            var room = (int)BitOperations.RoundUpToPowerOf2((uint)values);
            _there = new byte[room];
            _indexes = new int[room];
            _longs = new long[room];
        }

        // A list that is empty takes a slot, so there may be more slots than values; a page has at most so many of those.
        if (_definitions.Length < values + ColumnShape.PageRows)
        {
            _definitions = new int[_there.Length + ColumnShape.PageRows];
        }
    }
}

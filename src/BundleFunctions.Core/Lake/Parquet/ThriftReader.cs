using System.Text;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads Thrift's compact protocol. Whatever the bytes are, it ends with a value or with <see cref="InvalidDataException"/>.</summary>
internal ref struct ThriftReader(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 16;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Reads the header of a struct's next field; false at the struct's end.</summary>
    /// <param name="field">In: the number of the field before, 0 at first. Out: this one's.</param>
    /// <param name="type">Its type.</param>
    public bool NextField(ref int field, out ThriftType type)
    {
        var header = Byte();
        type = (ThriftType)(header & 0x0F);
        if (type == ThriftType.Stop)
        {
            return false;
        }

        field = header >> 4 != 0 ? field + (header >> 4) : Int32(ThriftType.Int16);
        return true;
    }

    /// <summary>Reads a whole number of the type that its header named.</summary>
    public long Int64(ThriftType type)
    {
        if (type is not (ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64))
        {
            throw new InvalidDataException($"Parquet metadata has {type} where a whole number was expected.");
        }

        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <inheritdoc cref="Int64(ThriftType)"/>
    public int Int32(ThriftType type)
    {
        var value = Int64(type);
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new InvalidDataException($"Parquet metadata has {value} where 32 bits were expected.");
    }

    /// <summary>The value of a truth field, which is its type.</summary>
    public static bool Boolean(ThriftType type) => type is ThriftType.True or ThriftType.False
        ? type == ThriftType.True
        : throw new InvalidDataException($"Parquet metadata has {type} where true or false was expected.");

    public ReadOnlySpan<byte> Binary(ThriftType type)
    {
        if (type != ThriftType.Binary)
        {
            throw new InvalidDataException($"Parquet metadata has {type} where bytes were expected.");
        }

        return Take(Varint());
    }

    public string Text(ThriftType type) => Encoding.UTF8.GetString(Binary(type));

    /// <summary>Begins a list.</summary>
    /// <returns>How many elements follow; never more than bytes are left.</returns>
    public int List(ThriftType type, out ThriftType element)
    {
        if (type is not (ThriftType.List or ThriftType.Set))
        {
            throw new InvalidDataException($"Parquet metadata has {type} where a list was expected.");
        }

        var header = Byte();
        element = (ThriftType)(header & 0x0F);
        var count = header >> 4 == 15 ? Varint() : (ulong)(header >> 4);
        return count <= (ulong)(_bytes.Length - Position)
            ? (int)count
            : throw new InvalidDataException($"Parquet metadata names {count} elements where {_bytes.Length - Position} bytes are left.");
    }

    /// <summary>Fails unless a struct begins here.</summary>
    public static void Struct(ThriftType type)
    {
        if (type != ThriftType.Struct)
        {
            throw new InvalidDataException($"Parquet metadata has {type} where a struct was expected.");
        }
    }

    /// <summary>Passes over a value that nobody asks for.</summary>
    public void Skip(ThriftType type) => Skip(type, MaxDepth, inList: false);

    private void Skip(ThriftType type, int depth, bool inList)
    {
        if (depth == 0)
        {
            throw new InvalidDataException("Parquet metadata is nested too deep.");
        }

        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                Take(inList ? 1UL : 0);
                break;
            case ThriftType.Byte:
                Take(1);
                break;
            case ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64:
                Varint();
                break;
            case ThriftType.Double:
                Take(sizeof(double));
                break;
            case ThriftType.Binary:
                Binary(type);
                break;
            case ThriftType.List or ThriftType.Set:
                for (var left = List(type, out var element); left > 0; left--)
                {
                    Skip(element, depth - 1, inList: true);
                }

                break;
            case ThriftType.Struct:
                for (var field = 0; NextField(ref field, out var inner);)
                {
                    Skip(inner, depth - 1, inList: false);
                }

                break;
            default:
                throw new InvalidDataException($"Parquet metadata has a field of type {(int)type}.");
        }
    }

    private byte Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(_bytes.Length - Position))
        {
            throw new InvalidDataException($"Parquet metadata ends {length - (ulong)(_bytes.Length - Position)} bytes too early.");
        }

        Position += (int)length;
        return _bytes.Slice(Position - (int)length, (int)length);
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("Parquet metadata has a number of more than 64 bits.");
    }
}

using System.Text;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Writes Thrift's compact protocol, in which Parquet keeps its headers and footer. Fields go in order of their numbers.</summary>
internal sealed class ThriftWriter(ByteBuffer into)
{
    private readonly Stack<int> _outer = [];
    private int _last;

    public void Int32(int field, int value)
    {
        Header(field, ThriftType.Int32);
        into.WriteZigZag(value);
    }

    public void Int64(int field, long value)
    {
        Header(field, ThriftType.Int64);
        into.WriteZigZag(value);
    }

    public void Boolean(int field, bool value) => Header(field, value ? ThriftType.True : ThriftType.False);

    public void Text(int field, string value)
    {
        Header(field, ThriftType.Binary);
        TextElement(value);
    }

    public void Binary(int field, ReadOnlySpan<byte> value)
    {
        Header(field, ThriftType.Binary);
        into.WriteVarint((ulong)value.Length);
        into.Write(value);
    }

    /// <summary>Begins a list; its elements follow with the methods named after them.</summary>
    public void List(int field, ThriftType element, int count)
    {
        Header(field, ThriftType.List);
        if (count < 15)
        {
            into.WriteByte((byte)((count << 4) | (int)element));
            return;
        }

        into.WriteByte((byte)(0xF0 | (int)element));
        into.WriteVarint((ulong)count);
    }

    public void Int32Element(int value) => into.WriteZigZag(value);

    public void TextElement(string value)
    {
        into.WriteVarint((ulong)Encoding.UTF8.GetByteCount(value));
        into.Write(Encoding.UTF8.GetBytes(value));
    }

    /// <summary>Begins a struct in a field; <see cref="EndStruct"/> ends it.</summary>
    public void Struct(int field)
    {
        Header(field, ThriftType.Struct);
        StructElement();
    }

    /// <summary>Begins a struct in a list, or the outermost one.</summary>
    public void StructElement()
    {
        _outer.Push(_last);
        _last = 0;
    }

    public void EndStruct()
    {
        into.WriteByte((byte)ThriftType.Stop);
        _last = _outer.Pop();
    }

    private void Header(int field, ThriftType type)
    {
        var delta = field - _last;
        if (delta is > 0 and <= 15)
        {
            into.WriteByte((byte)((delta << 4) | (int)type));
        }
        else
        {
            into.WriteByte((byte)type);
            into.WriteZigZag(field);
        }

        _last = field;
    }
}

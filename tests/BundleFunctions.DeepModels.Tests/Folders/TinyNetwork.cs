using System.Runtime.InteropServices;

namespace BundleFunctions.DeepModels.Tests.Folders;

/// <summary>An ONNX network of two operators: the scores are the sum of a table's rows for the items that it is told.</summary>
internal static class TinyNetwork
{
    private const int Float = 1;
    private const int Int64 = 7;

    /// <param name="table">Items + 1 rows, of which the first is for padding, of one score an item.</param>
    public static byte[] Write(int items, int length, float[] table, int opset = 17)
    {
        var graph = new ProtobufBytes()
            .Message(1, Node("Gather", ["table", "items"], "rows"))
            .Message(1, Node("ReduceSum", ["rows", "axes"], "scores").Message(5, new ProtobufBytes().Text(1, "keepdims").Number(3, 0).Number(20, 2)))
            .Text(2, "tiny")
            .Message(5, Tensor("table", Float, [items + 1, items], MemoryMarshal.AsBytes<float>(table)))
            .Message(5, Tensor("axes", Int64, [1], MemoryMarshal.AsBytes<long>([1L])))
            .Message(11, Value("items", Int64, length))
            .Message(12, Value("scores", Float, items));
        return new ProtobufBytes().Number(1, 8).Message(7, graph).Message(8, new ProtobufBytes().Text(1, string.Empty).Number(2, opset)).ToArray();
    }

    /// <summary>A table in which each item names the next one, and no others.</summary>
    public static float[] Successors(int items)
    {
        var table = new float[(items + 1) * items];
        for (var item = 0; item < items; item++)
        {
            table[((item + 1) * items) + ((item + 1) % items)] = 1;
        }

        return table;
    }

    private static ProtobufBytes Node(string type, string[] inputs, string output)
    {
        var node = new ProtobufBytes();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        return node.Text(2, output).Text(3, output).Text(4, type);
    }

    private static ProtobufBytes Tensor(string name, int type, long[] shape, ReadOnlySpan<byte> data)
    {
        var tensor = new ProtobufBytes();
        foreach (var dimension in shape)
        {
            tensor.Number(1, dimension);
        }

        return tensor.Number(2, type).Text(8, name).Bytes(9, data);
    }

    private static ProtobufBytes Value(string name, int type, int width)
    {
        var shape = new ProtobufBytes()
            .Message(1, new ProtobufBytes().Text(2, "n"))
            .Message(1, new ProtobufBytes().Number(1, width));
        return new ProtobufBytes().Text(1, name).Message(2, new ProtobufBytes().Message(1, new ProtobufBytes().Number(1, type).Message(2, shape)));
    }
}

using System.Runtime.InteropServices;
using System.Text;
using BundleFunctions.Associations;

namespace BundleFunctions.DeepModels.Folders;

/// <summary>What can be told of an ONNX file without running it.</summary>
/// <param name="Opset">Version of the standard operators; 0 where it names none.</param>
/// <param name="BadWeight">Name of the first weight that is not finite; null where all are.</param>
/// <remarks>Field numbers: onnx.proto of the ONNX project.</remarks>
internal sealed record OnnxFile(long Opset, string? BadWeight)
{
    /// <exception cref="InvalidModelException">The bytes are no ONNX file, or not a whole one.</exception>
    public static OnnxFile Read(ReadOnlySpan<byte> bytes)
    {
        const int ModelGraph = 7, ModelOpsetImport = 8, GraphInitializer = 5;
        var (opset, hasGraph) = (0L, false);
        string? bad = null;
        var model = new ProtobufReader(bytes);
        while (model.Read())
        {
            if (model.Field == ModelOpsetImport)
            {
                opset = Math.Max(opset, StandardVersion(model.Bytes));
            }
            else if (model.Field == ModelGraph)
            {
                hasGraph = true;
                var graph = new ProtobufReader(model.Bytes);
                while (graph.Read())
                {
                    if (graph.Field == GraphInitializer)
                    {
                        bad ??= BadWeightOf(graph.Bytes);
                    }
                }
            }
        }

        return hasGraph ? new OnnxFile(opset, bad) : throw new InvalidModelException("model.onnx holds no network.");
    }

    private static long StandardVersion(ReadOnlySpan<byte> import)
    {
        const int Domain = 1, Version = 2;
        var (domain, version) = (string.Empty, 0L);
        var reader = new ProtobufReader(import);
        while (reader.Read())
        {
            domain = reader.Field == Domain ? Encoding.UTF8.GetString(reader.Bytes) : domain;
            version = reader.Field == Version ? (long)reader.Number : version;
        }

        return domain is "" or "ai.onnx" ? version : 0;
    }

    private static string? BadWeightOf(ReadOnlySpan<byte> tensor)
    {
        const int DataType = 2, FloatData = 4, Name = 8, RawData = 9;
        const ulong Float = 1;
        var (name, isFloat) = (string.Empty, false);
        ReadOnlySpan<byte> packed = [], raw = [];
        var reader = new ProtobufReader(tensor);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case DataType:
                    isFloat = reader.Number == Float;
                    break;
                case FloatData:
                    packed = reader.Bytes;
                    break;
                case Name:
                    name = Encoding.UTF8.GetString(reader.Bytes);
                    break;
                case RawData:
                    raw = reader.Bytes;
                    break;
            }
        }

        return isFloat && (IsBad(packed) || IsBad(raw)) ? name : null;
    }

    private static bool IsBad(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in MemoryMarshal.Cast<byte, float>(bytes[..(bytes.Length / sizeof(float) * sizeof(float))]))
        {
            if (!float.IsFinite(value))
            {
                return true;
            }
        }

        return false;
    }
}

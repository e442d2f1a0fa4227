using System.Runtime.InteropServices;
using BundleFunctions.Associations;

namespace BundleFunctions.Training.Models.Files;

/// <summary>The five kinds of array that a model file can hold.</summary>
internal static class ElementTypes
{
    public static string CodeOf(Array array) => array switch
    {
        int[] => "i4",
        long[] => "i8",
        float[] => "f4",
        double[] => "f8",
        byte[] => "u1",
        _ => throw new ArgumentException($"An array of {array.GetType().GetElementType()} cannot be saved.", nameof(array)),
    };

    /// <param name="type">One of the five codes.</param>
    /// <param name="length">Elements.</param>
    /// <param name="left">Bytes that are left to read.</param>
    /// <exception cref="InvalidModelException">There is no such type, or no room for so many of it.</exception>
    public static Array New(string type, int length, long left)
    {
        var size = type switch
        {
            "i4" or "f4" => 4L,
            "i8" or "f8" => 8L,
            "u1" => 1L,
            _ => throw new InvalidModelException($"The model file names an array of type '{type}'; expected i4, i8, f4, f8 or u1."),
        };
        if (length < 0 || length > left / size)
        {
            throw new InvalidModelException($"The model file names an array of {length} x {size} bytes where {left} are left.");
        }

        return type switch
        {
            "i4" => new int[length],
            "i8" => new long[length],
            "f4" => new float[length],
            "f8" => new double[length],
            _ => new byte[length],
        };
    }

    public static Span<byte> BytesOf(Array array) => array switch
    {
        int[] values => MemoryMarshal.AsBytes(values.AsSpan()),
        long[] values => MemoryMarshal.AsBytes(values.AsSpan()),
        float[] values => MemoryMarshal.AsBytes(values.AsSpan()),
        double[] values => MemoryMarshal.AsBytes(values.AsSpan()),
        _ => (byte[])array,
    };

    /// <exception cref="InvalidModelException">The name stands twice.</exception>
    public static void AddTo(ModelArrays model, string name, Array array)
    {
        if (model.All.ContainsKey(name))
        {
            throw new InvalidModelException($"The model file names array '{name}' twice.");
        }

        _ = array switch
        {
            int[] values => model.Add(name, values),
            long[] values => model.Add(name, values),
            float[] values => model.Add(name, values),
            double[] values => model.Add(name, values),
            _ => model.Add(name, (byte[])array),
        };
    }
}

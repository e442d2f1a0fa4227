using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace BundleFunctions.DeepModels.Tensors;

/// <summary>Writes arrays in NumPy's format 1.0: little endian, C order.</summary>
/// <remarks>Format: NumPy Enhancement Proposal 1.</remarks>
internal static class NpyWriter
{
    private const int Alignment = 64;

    public static void Write<T>(Stream stream, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var size = 1L;
        var dimensions = new StringBuilder();
        foreach (var dimension in shape)
        {
            size *= dimension;
            dimensions.Append(CultureInfo.InvariantCulture, $"{dimension}, ");
        }

        if (size != values.Length)
        {
            throw new ArgumentException($"{values.Length} values do not fill a shape of ({dimensions}).", nameof(values));
        }

        var text = $"{{'descr': '{NpyTypes.DescrOf(typeof(T))}', 'fortran_order': False, 'shape': ({dimensions.ToString().TrimEnd()}), }}";
        var length = ((NpyTypes.Magic.Length + 4 + text.Length + 1 + Alignment - 1) / Alignment * Alignment) - NpyTypes.Magic.Length - 4;
        Span<byte> head = stackalloc byte[4];
        (head[0], head[1]) = (1, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], (ushort)length);
        stream.Write(NpyTypes.Magic);
        stream.Write(head);
        stream.Write(Encoding.ASCII.GetBytes(text.PadRight(length - 1) + "\n"));

        // Every processor that .NET runs on today is little endian; one that is not must not write wrong bytes.
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Tensors are little endian.");
        }

        stream.Write(MemoryMarshal.AsBytes(values));
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using BundleFunctions.Associations;

namespace BundleFunctions.DeepModels.Tensors;

/// <summary>An array read from a file in NumPy's format.</summary>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Values">A <c>long[]</c> or a <c>float[]</c>, row by row.</param>
internal sealed partial record NpyArray(IReadOnlyList<int> Shape, Array Values)
{
    /// <param name="bytes">The file.</param>
    /// <param name="name">Names it in messages.</param>
    /// <exception cref="InvalidModelException">It is not an array of int64 or float32 in C order, or not whole.</exception>
    public static NpyArray Read(ReadOnlySpan<byte> bytes, string name)
    {
        const int Head = 10;
        if (bytes.Length < Head || !bytes.StartsWith(NpyTypes.Magic) || bytes[6] != 1)
        {
            throw new InvalidModelException($"{name} is no array in NumPy's format 1.0.");
        }

        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (bytes.Length < Head + length)
        {
            throw new InvalidModelException($"{name} ends within its header.");
        }

        var text = Encoding.ASCII.GetString(bytes.Slice(Head, length));
        var match = Header().Match(text);
        if (!match.Success)
        {
            throw new InvalidModelException($"{name} has the header '{text.Trim()}'; expected an array of '<i8' or '<f4' in C order.");
        }

        int[] shape =
        [
            .. match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => int.Parse(part, CultureInfo.InvariantCulture)),
        ];
        var body = bytes[(Head + length)..];
        var isLong = match.Groups["descr"].ValueSpan is "<i8";
        var count = shape.Aggregate(1L, (product, dimension) => product * dimension);
        return body.Length != count * (isLong ? sizeof(long) : sizeof(float))
            ? throw new InvalidModelException($"{name} has {body.Length} bytes for a shape of ({string.Join(", ", shape)}); it is not whole.")
            : new NpyArray(shape, isLong ? MemoryMarshal.Cast<byte, long>(body).ToArray() : MemoryMarshal.Cast<byte, float>(body).ToArray());
    }

    [GeneratedRegex(
        @"^\{'descr': '(?<descr><i8|<f4)', 'fortran_order': False, 'shape': \((?<shape>[0-9, ]*)\),? *\}\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}

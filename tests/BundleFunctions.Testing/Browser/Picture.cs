using System.Buffers.Binary;
using System.IO.Compression;

namespace BundleFunctions.Testing;

/// <summary>A PNG's pixels: 8 bits a channel, with alpha or without, not interlaced, as browsers write their pictures (PNG specification, third edition).</summary>
public sealed class Picture
{
    private readonly byte[] _pixels;
    private readonly int _channels;

    private Picture(int width, int height, int channels, byte[] pixels) => (Width, Height, _channels, _pixels) = (width, height, channels, pixels);

    public int Width { get; }

    public int Height { get; }

    /// <exception cref="InvalidDataException">It is no such picture.</exception>
    public static Picture Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var (width, height, channels) = (0, 0, 0);
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var kind = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            var body = file.AsSpan(at + 8, length);
            if (kind == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                channels = (body[8], body[9], body[12]) switch { (8, 2, 0) => 3, (8, 6, 0) => 4, _ => throw new InvalidDataException($"{path} is of a kind that is not read here.") };
            }
            else if (kind == "IDAT")
            {
                packed.Write(body);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        return new Picture(width, height, channels, Unfilter(unpacked, width * channels, height, channels));
    }

    /// <summary>How often each colour, as 0xRRGGBB, stands in a rectangle.</summary>
    public IReadOnlyDictionary<int, int> Colours(int left, int top, int width, int height)
    {
        var colours = new Dictionary<int, int>();
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(Width, left + width); x++)
            {
                var at = ((y * Width) + x) * _channels;
                var colour = (_pixels[at] << 16) | (_pixels[at + 1] << 8) | _pixels[at + 2];
                colours[colour] = colours.GetValueOrDefault(colour) + 1;
            }
        }

        return colours;
    }

    private static byte[] Unfilter(Stream rows, int stride, int height, int channels)
    {
        var pixels = new byte[stride * height];
        var filter = new byte[1];
        for (var y = 0; y < height; y++)
        {
            rows.ReadExactly(filter);
            var row = pixels.AsSpan(y * stride, stride);
            rows.ReadExactly(row);
            for (var x = 0; x < stride; x++)
            {
                int left = x >= channels ? row[x - channels] : 0;
                int up = y > 0 ? pixels[((y - 1) * stride) + x] : 0;
                int corner = y > 0 && x >= channels ? pixels[((y - 1) * stride) + x - channels] : 0;
                row[x] += (byte)(filter[0] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Associations;

namespace BundleFunctions.Training.Models.Files;

/// <summary>One versioned file for every kind of model.</summary>
/// <remarks>
/// <code>
/// "BFARRAYS"  8 bytes
/// version     int32, 1
/// header      int32 length, then that many bytes of JSON: model, fingerprint, arrays [{name, type, length}]
/// arrays      one after the other, without padding
/// SHA-256     32 bytes, over everything before
/// </code>
/// All numbers are little-endian. Equal models have equal bytes.
/// </remarks>
public static class ModelArraysFile
{
    public const int Version = 1;

    private const int MaxHeader = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "BFARRAYS"u8;

    public static void Write(ModelArrays model, Stream output)
    {
        RequireLittleEndian();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new ModelArraysHeader(
                model.Model,
                model.Fingerprint,
                [.. model.All.Select(array => new ModelArraysHeader.Entry(array.Key, ElementTypes.CodeOf(array.Value), array.Value.Length))]),
            ModelArraysJson.Default.ModelArraysHeader);

        Span<byte> numbers = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, Version);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], header.Length);
        Put(output, hash, Magic);
        Put(output, hash, numbers);
        Put(output, hash, header);
        foreach (var array in model.All.Values)
        {
            Put(output, hash, ElementTypes.BytesOf(array));
        }

        output.Write(hash.GetHashAndReset());
    }

    /// <param name="input">The file.</param>
    /// <param name="length">Its bytes: a damaged header must not make the reader ask for more memory than that.</param>
    /// <exception cref="InvalidModelException">It is no model file, of another version, cut short, or was changed after it was written.</exception>
    public static ModelArrays Read(Stream input, long length)
    {
        RequireLittleEndian();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var start = Take(input, hash, 16);
        if (!start.AsSpan(0, 8).SequenceEqual(Magic))
        {
            throw new InvalidModelException("The file is not a model file: it does not start with 'BFARRAYS'.");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(8));
        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(12));
        if (version != Version)
        {
            throw new InvalidModelException($"The model file is of version {version}; this program reads version {Version}. Train the shop again.");
        }

        if (headerLength is < 2 or > MaxHeader)
        {
            throw new InvalidModelException($"The model file's header has {headerLength} bytes; expected 2..{MaxHeader}.");
        }

        var header = HeaderOf(Take(input, hash, headerLength));
        var left = length - start.Length - headerLength;
        var model = new ModelArrays(header.Model, header.Fingerprint);
        foreach (var entry in header.Arrays)
        {
            var array = ElementTypes.New(entry.Type, entry.Length, left);
            left -= ElementTypes.BytesOf(array).Length;
            Fill(input, hash, ElementTypes.BytesOf(array));
            ElementTypes.AddTo(model, entry.Name, array);
        }

        var expected = hash.GetHashAndReset();
        var found = new byte[expected.Length];
        if (input.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) < found.Length || !found.AsSpan().SequenceEqual(expected))
        {
            throw new InvalidModelException("The model file was changed or cut short: its SHA-256 is not that of its content.");
        }

        return model;
    }

    private static ModelArraysHeader HeaderOf(byte[] json)
    {
        try
        {
            var header = JsonSerializer.Deserialize(json, ModelArraysJson.Default.ModelArraysHeader);
            return header is { Model: not null, Fingerprint: not null, Arrays: not null }
                && header.Arrays.All(entry => entry is { Name: not null, Type: not null }) ? header
                : throw new InvalidModelException("The model file's header lacks its model, fingerprint or arrays.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"The model file's header is not JSON: {e.Message}", e);
        }
    }

    private static void Put(Stream output, IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        output.Write(bytes);
    }

    private static byte[] Take(Stream input, IncrementalHash hash, int length)
    {
        var bytes = new byte[length];
        Fill(input, hash, bytes);
        return bytes;
    }

    private static void Fill(Stream input, IncrementalHash hash, Span<byte> bytes)
    {
        if (input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidModelException("The model file ends before its arrays do.");
        }

        hash.AppendData(bytes);
    }

    private static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Model files are read and written on little-endian machines only.");
        }
    }
}

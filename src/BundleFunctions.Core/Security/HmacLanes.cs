using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace BundleFunctions.Security;

/// <summary>HMAC-SHA256 (RFC 2104) of eight short messages at once: a tenth of the time of one after the other, which counts where a file brings
/// a million identifiers.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
internal sealed class HmacLanes
{
    /// <summary>Messages at once.</summary>
    public const int Lanes = Sha256Lanes.Lanes;

    /// <summary>Bytes of a message: what fits one block with its end mark and its length.</summary>
    public const int MaxMessage = BlockBytes - 1 - sizeof(ulong);

    private const int BlockBytes = 64;
    private const byte EndMark = 0x80;
    private readonly Vector256<uint>[] _inner = new Vector256<uint>[Sha256Lanes.StateWords];
    private readonly Vector256<uint>[] _outer = new Vector256<uint>[Sha256Lanes.StateWords];
    private readonly Vector256<uint>[] _block = new Vector256<uint>[Sha256Lanes.BlockWords];
    private readonly Vector256<uint>[] _state = new Vector256<uint>[Sha256Lanes.StateWords];

    public HmacLanes(ReadOnlySpan<byte> key)
    {
        Span<byte> padded = stackalloc byte[BlockBytes];
        padded.Clear();
        if (key.Length > BlockBytes)
        {
            SHA256.HashData(key, padded);
        }
        else
        {
            key.CopyTo(padded);
        }

        Begin(_inner, padded, 0x36);
        Begin(_outer, padded, 0x5C);
        CryptographicOperations.ZeroMemory(padded);
    }

    /// <summary>Puts a message into a lane.</summary>
    /// <param name="lane">0 to <see cref="Lanes"/> - 1.</param>
    /// <param name="message">At most <see cref="MaxMessage"/> bytes.</param>
    public void Set(int lane, ReadOnlySpan<byte> message)
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        block.Clear();
        message.CopyTo(block);
        block[message.Length] = EndMark;
        BinaryPrimitives.WriteUInt64BigEndian(block[^sizeof(ulong)..], 8 * (ulong)(BlockBytes + message.Length));
        var words = MemoryMarshal.Cast<Vector256<uint>, uint>(_block.AsSpan());
        for (var word = 0; word < Sha256Lanes.BlockWords; word++)
        {
            words[(word * Lanes) + lane] = BinaryPrimitives.ReadUInt32BigEndian(block[(word * sizeof(uint))..]);
        }
    }

    /// <summary>Computes all lanes; the messages are gone then.</summary>
    public void Run()
    {
        _inner.CopyTo(_state, 0);
        Sha256Lanes.Compress(_state, _block);
        _state.CopyTo(_block, 0);
        _block[Sha256Lanes.StateWords] = Vector256.Create((uint)EndMark << 24);
        Array.Clear(_block, Sha256Lanes.StateWords + 1, Sha256Lanes.BlockWords - Sha256Lanes.StateWords - 2);
        _block[^1] = Vector256.Create(8u * (BlockBytes + SHA256.HashSizeInBytes));
        _outer.CopyTo(_state, 0);
        Sha256Lanes.Compress(_state, _block);
    }

    /// <summary>The first bytes of a lane's code, as many as there is room for; whole words.</summary>
    public void Get(int lane, Span<byte> code)
    {
        var words = MemoryMarshal.Cast<Vector256<uint>, uint>(_state.AsSpan());
        for (var word = 0; word * sizeof(uint) < code.Length; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(code[(word * sizeof(uint))..], words[(word * Lanes) + lane]);
        }
    }

    private void Begin(Span<Vector256<uint>> state, ReadOnlySpan<byte> key, byte pad)
    {
        for (var word = 0; word < Sha256Lanes.BlockWords; word++)
        {
            _block[word] = Vector256.Create(BinaryPrimitives.ReadUInt32BigEndian(key[(word * sizeof(uint))..]) ^ (pad * 0x01010101u));
        }

        for (var word = 0; word < Sha256Lanes.StateWords; word++)
        {
            state[word] = Vector256.Create(Sha256Lanes.InitialState[word]);
        }

        Sha256Lanes.Compress(state, _block);
    }
}

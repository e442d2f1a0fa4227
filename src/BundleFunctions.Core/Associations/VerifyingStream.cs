using System.Security.Cryptography;

namespace BundleFunctions.Associations;

/// <summary>Reads a model's file and hashes what goes by; <see cref="VerifyAsync"/> then says whether it was the file of the manifest.</summary>
internal sealed class VerifyingStream(Stream inner, ModelFile file, string name) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads what is left and compares.</summary>
    /// <exception cref="InvalidModelException">Length or hash differ from the manifest's.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        await CopyToAsync(Null, cancellationToken);
        if (_length != file.Length)
        {
            throw new InvalidModelException($"{name} has {_length} bytes; its manifest says {file.Length}.");
        }

        var sha256 = Convert.ToHexStringLower(_hash.GetCurrentHash());
        if (!string.Equals(sha256, file.Sha256, StringComparison.Ordinal))
        {
            throw new InvalidModelException($"{name} has SHA-256 {sha256}; its manifest says {file.Sha256}.");
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _hash.AppendData(buffer.Span[..read]);
        _length += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        _hash.AppendData(buffer, offset, read);
        _length += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Python's <c>random.Random(seed).choice</c>, so that published protocols can be followed to the case: MT19937 (M. Matsumoto,
/// T. Nishimura, 1998) seeded by an array of one word, and as many high bits as the bound has, drawn until they are below it.</summary>
internal sealed class PythonRandom
{
    private const int Size = 624;
    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    public PythonRandom(uint seed)
    {
        Fill(19650218);
        for (var (i, left) = (1, Size); left > 0; left--)
        {
            _state[i] = unchecked((_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1664525)) + seed);
            i = Wrap(i + 1);
        }

        for (var (i, left) = (2, Size - 1); left > 0; left--)
        {
            _state[i] = unchecked((_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1566083941)) - (uint)i);
            i = Wrap(i + 1);
        }

        _state[0] = 0x80000000;
    }

    public int Choice(int count)
    {
        var bits = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)count);
        while (true)
        {
            if (Next() >> (32 - bits) is var drawn && drawn < count)
            {
                return (int)drawn;
            }
        }
    }

    /// <summary>Python's <c>random.shuffle</c>.</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = Choice(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    private uint Next()
    {
        if (_next == Size)
        {
            Twist();
        }

        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7FFFFFFF);
            _state[i] = _state[(i + 397) % Size] ^ (y >> 1) ^ ((y & 1) * 0x9908B0DF);
        }

        _next = 0;
    }

    private void Fill(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Size; i++)
        {
            _state[i] = unchecked((1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i);
        }
    }

    private int Wrap(int i)
    {
        if (i < Size)
        {
            return i;
        }

        _state[0] = _state[Size - 1];
        return 1;
    }
}

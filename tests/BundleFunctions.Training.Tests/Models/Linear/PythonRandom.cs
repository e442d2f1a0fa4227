namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>Python's <c>random.Random(seed)</c>, as far as <c>choice</c> goes, so that published figures can be met case by case:
/// Matsumoto and Nishimura's MT19937 (1998), seeded by array.</summary>
internal sealed class PythonRandom
{
    private const int Size = 624;

    private readonly uint[] _state = new uint[Size];
    private int _at = Size;

    public PythonRandom(uint seed)
    {
        _state[0] = 19650218;
        for (var i = 1; i < Size; i++)
        {
            _state[i] = (1812433253 * Mixed(i)) + (uint)i;
        }

        var at = 1;
        for (var k = 0; k < Size; k++)
        {
            _state[at] = (_state[at] ^ (Mixed(at) * 1664525)) + seed;
            at = Next(at);
        }

        for (var k = 1; k < Size; k++)
        {
            _state[at] = (_state[at] ^ (Mixed(at) * 1566083941)) - (uint)at;
            at = Next(at);
        }

        _state[0] = 0x8000_0000;
    }

    public T Choice<T>(IReadOnlyList<T> values)
    {
        var bits = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)values.Count);
        uint drawn;
        do
        {
            drawn = Draw() >> (32 - bits);
        }
        while (drawn >= values.Count);

        return values[(int)drawn];
    }

    private uint Draw()
    {
        if (_at == Size)
        {
            for (var i = 0; i < Size; i++)
            {
                var y = (_state[i] & 0x8000_0000) | (_state[(i + 1) % Size] & 0x7FFF_FFFF);
                _state[i] = _state[(i + 397) % Size] ^ (y >> 1) ^ ((y & 1) * 0x9908_B0DF);
            }

            _at = 0;
        }

        var drawn = _state[_at++];
        drawn ^= drawn >> 11;
        drawn ^= (drawn << 7) & 0x9D2C_5680;
        drawn ^= (drawn << 15) & 0xEFC6_0000;
        return drawn ^ (drawn >> 18);
    }

    private uint Mixed(int i) => _state[i - 1] ^ (_state[i - 1] >> 30);

    private int Next(int at)
    {
        if (at < Size - 1)
        {
            return at + 1;
        }

        _state[0] = _state[Size - 1];
        return 1;
    }
}

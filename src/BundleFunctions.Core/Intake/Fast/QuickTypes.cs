using System.Text;

namespace BundleFunctions.Intake.Fast;

/// <summary>Event types by their names in UTF-8, told by length and third letter.</summary>
internal static class QuickTypes
{
    private const int MaxLength = 32;
    private static readonly byte[]?[] Names = new byte[]?[MaxLength * 32];
    private static readonly EventType[] Types = new EventType[MaxLength * 32];

    static QuickTypes()
    {
        foreach (var (name, type) in EventValidator.Types)
        {
            var bytes = Encoding.ASCII.GetBytes(name);
            if (Names[Slot(bytes)] is not null)
            {
                throw new InvalidOperationException($"{name} and another event type cannot be told apart.");
            }

            Names[Slot(bytes)] = bytes;
            Types[Slot(bytes)] = type;
        }
    }

    public static bool TryRead(ReadOnlySpan<byte> name, out EventType type)
    {
        type = default;
        if (name.Length is < 4 or >= MaxLength)
        {
            return false;
        }

        var slot = Slot(name);
        type = Types[slot];
        return Names[slot] is { } known && name.SequenceEqual(known);
    }

    private static int Slot(ReadOnlySpan<byte> name) => (name.Length * 32) + (name[2] & 31);
}

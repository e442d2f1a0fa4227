using System.Text;
using System.Text.Json;
using BundleFunctions.Hygiene;
using BundleFunctions.Lake;
using BundleFunctions.Privacy;
using BundleFunctions.Security;

namespace BundleFunctions.Intake.Fast;

/// <summary>What one worker remembers of the values that come again. A value is checked by the rules of <see cref="EventValidator"/> when it is
/// first seen; one that breaks them is not remembered, and its record is left to the validator.</summary>
internal sealed class ValueTables
{
    // A chunk's new values less than what tables double at: a table that is full has no half empty.
    private const int People = (32 * 1024) - ChunkValues;
    private const int Visits = (16 * 1024) - ChunkValues;
    private const int Things = (64 * 1024) - ChunkValues;
    private const int ChunkValues = 2048;
    private const int Words = 4096;
    private readonly ValueTable[] _ofEvents;
    private readonly ValueTable[] _all;

    /// <param name="shop">Whose values they are.</param>
    /// <param name="pseudonymizer">Makes pseudonyms.</param>
    /// <param name="people">Who was erased.</param>
    public ValueTables(ShopId shop, Pseudonymizer pseudonymizer, PeopleFilter people)
    {
        _ofEvents = [Visitors, Users, Sessions, Orders, Currencies, Queries, Channels, Bundles, Robots];
        _all = [.. _ofEvents, Products, Titles];
        NewPeople = new NewPeople(shop, pseudonymizer, people);
    }

    public ValueTable Visitors { get; } = new(People);

    public ValueTable Users { get; } = new(People);

    public ValueTable Sessions { get; } = new(Visits);

    public ValueTable Orders { get; } = new(Visits);

    public ValueTable Products { get; } = new(Things);

    public ValueTable Titles { get; } = new(Things);

    public ValueTable Queries { get; } = new(Visits);

    public ValueTable Currencies { get; } = new(Words);

    public ValueTable Channels { get; } = new(Words);

    public ValueTable Bundles { get; } = new(Things);

    /// <summary>By user agent.</summary>
    public ValueTable Robots { get; } = new(Words);

    /// <summary>Those of the fields of the event itself, by <see cref="TextField"/>.</summary>
    public ReadOnlySpan<ValueTable> OfEvents => _ofEvents;

    /// <summary>Whether <see cref="Trim"/> is due.</summary>
    public bool AreTooMany => Array.Exists(_all, table => table.IsFull);

    /// <summary>Forgets what is too much. No number may be in use.</summary>
    public void Trim()
    {
        foreach (var table in _all)
        {
            table.Trim();
        }
    }

    /// <summary>Forgets codes of another epoch.</summary>
    public void Renew(TextTable texts)
    {
        foreach (var table in _all)
        {
            table.Renew(texts);
        }
    }

    /// <summary>Those whose pseudonyms are still to be made.</summary>
    public NewPeople NewPeople { get; }

    /// <summary>The number of a personal identifier; 0 where it breaks a rule, has escapes, or is of a person who was erased.</summary>
    /// <param name="table">Where identifiers of its kind stand.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="text">The padded buffer.</param>
    /// <param name="value">Where it stands.</param>
    /// <param name="content">Tells the identifier from others in fingerprints.</param>
    public int Person(ValueTable table, PseudonymKind kind, ReadOnlySpan<byte> text, JsonValue value, out ulong content)
    {
        var number = table.Find(text, value.Start, value.Length, out content);
        if (number > 0)
        {
            return table.IsLeftOut(number) ? 0 : number;
        }

        var id = text.Slice(value.Start, value.Length);
        if ((value.Form & (TextForm.Decimal | TextForm.Escaped)) != TextForm.Plain || !IsOpaque(id))
        {
            return 0;
        }

        Span<byte> digits = stackalloc byte[PseudonymLanes.Digits];
        digits.Clear();
        number = table.Add(text, value.Start, value.Length, content, digits, isKnownAsFound: true);
        NewPeople.Add(table, number, kind, id);
        return table.IsLeftOut(number) ? 0 : number;
    }

    /// <summary>The number of a free text; 0 where it breaks a rule.</summary>
    /// <param name="table">Where texts of its field stand.</param>
    /// <param name="maxLength">Characters that it may have.</param>
    /// <param name="text">The padded buffer.</param>
    /// <param name="value">Where it stands.</param>
    /// <param name="content">Tells the text from others in fingerprints.</param>
    public int Text(ValueTable table, int maxLength, ReadOnlySpan<byte> text, JsonValue value, out ulong content)
    {
        var number = table.Find(text, value.Start, value.Length, out content);
        if (number > 0 || Decode(text, value) is not { } found)
        {
            return number;
        }

        FieldFault? fault = null;
        var kept = FieldTexts.Text(string.Empty, found, maxLength, personal: false, ref fault);
        return fault is null ? Add(table, text, value, ref content, kept ?? string.Empty) : 0;
    }

    /// <summary>The number of a typed identifier; 0 where it breaks a rule.</summary>
    /// <param name="table">Where identifiers of its kind stand.</param>
    /// <param name="text">The padded buffer.</param>
    /// <param name="value">Where it stands.</param>
    /// <param name="content">Tells the identifier from others in fingerprints.</param>
    public int Id<T>(ValueTable table, ReadOnlySpan<byte> text, JsonValue value, out ulong content)
        where T : struct, IIdentifier<T>
    {
        var number = table.Find(text, value.Start, value.Length, out content);
        return number == 0 && Decode(text, value) is { } found && T.TryParse(found, out var id)
            ? Add(table, text, value, ref content, id.Value)
            : number;
    }

    /// <summary>The number of a currency; 0 where it breaks a rule.</summary>
    public int Currency(ReadOnlySpan<byte> text, JsonValue value, out ulong content)
    {
        var number = Currencies.Find(text, value.Start, value.Length, out content);
        if (number > 0 || Decode(text, value) is not { } found)
        {
            return number;
        }

        FieldFault? fault = null;
        var kept = FieldTexts.Currency(string.Empty, found, ref fault);
        return fault is null ? Add(Currencies, text, value, ref content, kept!) : 0;
    }

    /// <summary>The number of a user agent, kept as the robot that it names; 0 where it breaks a rule.</summary>
    public int Robot(ReadOnlySpan<byte> text, JsonValue value, out ulong content)
    {
        var number = Robots.Find(text, value.Start, value.Length, out content);
        if (number > 0 || Decode(text, value) is not { } found)
        {
            return number;
        }

        FieldFault? fault = null;
        var agent = FieldTexts.Text(string.Empty, found, IntakeLimits.UserAgentLength, personal: true, ref fault);
        return fault is null ? Add(Robots, text, value, ref content, (agent is null ? null : RobotAgents.Find(agent)) ?? string.Empty) : 0;
    }

    /// <summary>What tells a value from others in fingerprints.</summary>
    public static ulong ContentOf(string? value) => string.IsNullOrEmpty(value) ? 0 : FastHash.Of(Encoding.UTF8.GetBytes(value));

    // Visible ASCII needs no string to be told.
    private static bool IsOpaque(ReadOnlySpan<byte> id) =>
        (id.Length <= IntakeLimits.PersonalIdLength && id.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0)
        || Identifier.IsOpaque(Encoding.UTF8.GetString(id), IntakeLimits.PersonalIdLength);

    private static int Add(ValueTable table, ReadOnlySpan<byte> text, JsonValue value, ref ulong content, string kept)
    {
        var number = table.Add(text, value.Start, value.Length, content, Encoding.UTF8.GetBytes(kept));
        content = table.Content(number);
        return number;
    }

    // The text without its escapes; null where an escape is wrong.
    private static string? Decode(ReadOnlySpan<byte> text, JsonValue value)
    {
        var raw = text.Slice(value.Start, value.Length);
        if ((value.Form & TextForm.Escaped) == TextForm.Plain)
        {
            return Encoding.UTF8.GetString(raw);
        }

        try
        {
            var reader = new Utf8JsonReader([(byte)'"', .. raw, (byte)'"']);
            return reader.Read() ? reader.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

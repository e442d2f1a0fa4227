namespace BundleFunctions.Assistant.Text;

/// <summary>Reads the words of a text one by one: runs of letters and digits, in lower case and without the ends of plurals; Chinese comes in
/// overlapping pairs of characters, which need no dictionary, a lone character by itself.</summary>
/// <param name="text">Any text.</param>
/// <param name="buffer">Room for one word; longer words are cut. At least <see cref="MaxWord"/> long.</param>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>The longest word that is read whole.</summary>
    public const int MaxWord = 40;

    // What the letters U+00E0..U+00FF are without their marks; a blank stands for letters that have no such form.
    private const string Unmarked = "aaaaaaaceeeeiiiidnooooo ouuuuyty";

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer;
    private int _at;

    /// <summary>Where the word that was read begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Reads the next word.</summary>
    /// <param name="word">The word; good until the next one is read.</param>
    public bool TryRead(out ReadOnlySpan<char> word)
    {
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        if (_at == _text.Length)
        {
            word = default;
            return false;
        }

        Start = _at;
        word = PlainText.IsHan(_text[_at]) ? ReadHan() : ReadWord();
        return true;
    }

    /// <summary>Length of a word without the end of its plural: 'ies' to 'y', 'es' after a hiss, 's'.</summary>
    internal static int Stem(Span<char> word)
    {
        var length = word.Length;
        for (var round = 0; round < 2 && length > 3 && char.IsAsciiLetter(word[length - 1]); round++)
        {
            var rest = word[..length];
            if (rest.EndsWith("ies") && length > 4)
            {
                word[length - 3] = 'y';
                return length - 2;
            }

            length = rest.EndsWith("ches") || rest.EndsWith("shes") || rest.EndsWith("ses") || rest.EndsWith("xes") || rest.EndsWith("zes") ? length - 2
                : rest[^1] == 's' && rest[^2] is not ('s' or 'u' or 'i') ? length - 1
                : length;
        }

        return length;
    }

    private ReadOnlySpan<char> ReadHan()
    {
        var isPair = _at + 1 < _text.Length && PlainText.IsHan(_text[_at + 1]);
        End = _at + (isPair ? 2 : 1);

        // The last character of a run has been read as the second half of a pair already.
        _at = isPair && _at + 2 < _text.Length && PlainText.IsHan(_text[_at + 2]) ? _at + 1 : End;
        return _text[Start..End];
    }

    private ReadOnlySpan<char> ReadWord()
    {
        var length = 0;
        for (; _at < _text.Length && char.IsLetterOrDigit(_text[_at]) && !PlainText.IsHan(_text[_at]); _at++)
        {
            if (length < MaxWord)
            {
                _buffer[length++] = Folded(char.ToLowerInvariant(_text[_at]));
            }
        }

        End = _at;
        if (_at + 1 < _text.Length && _text[_at] == '\'' && _text[_at + 1] is 's' or 'S' && !(_at + 2 < _text.Length && char.IsLetter(_text[_at + 2])))
        {
            // The owner's s is no part of the word.
            _at += 2;
        }

        return _buffer[..Stem(_buffer[..length])];
    }

    private static char Folded(char sign) => sign is >= '\u00e0' and <= '\u00ff' && Unmarked[sign - '\u00e0'] is not ' ' and var plain ? plain : sign;
}

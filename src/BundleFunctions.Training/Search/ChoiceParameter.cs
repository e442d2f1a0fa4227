namespace BundleFunctions.Training.Search;

/// <summary>One of a few values without order.</summary>
public sealed class ChoiceParameter : Parameter
{
    private readonly string[] _choices;

    /// <param name="choices">One or more, each once.</param>
    public ChoiceParameter(string name, params string[] choices)
        : base(name)
    {
        if (choices.Length == 0 || choices.Distinct(StringComparer.Ordinal).Count() != choices.Length)
        {
            throw new ArgumentException($"{name} has {choices.Length} choices; expected one or more, each once.", nameof(choices));
        }

        _choices = [.. choices];
    }

    /// <inheritdoc/>
    public override int Choices => _choices.Length;

    /// <inheritdoc/>
    public override string Fingerprint => $"{Name}:choice:{string.Join('|', _choices)}";

    /// <inheritdoc/>
    public override ParameterValue At(double place)
    {
        var choice = Math.Min((int)(place * _choices.Length), _choices.Length - 1);
        return new ParameterValue(choice, _choices[choice]);
    }
}

namespace BundleFunctions.Training.Search;

/// <summary>A value for each parameter of a space.</summary>
public sealed class Setting
{
    private readonly Dictionary<string, ParameterValue> _values;

    internal Setting(ParameterSpace space, IReadOnlyList<double> places)
    {
        Places = [.. places];
        _values = space.Parameters.Select((parameter, i) => (parameter.Name, Value: parameter.At(places[i])))
            .ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        Text = string.Join(' ', space.Parameters.Select(parameter => $"{parameter.Name}={_values[parameter.Name].Text}"));
    }

    /// <summary>Where the values lie, in order of the parameters.</summary>
    public IReadOnlyList<double> Places { get; }

    /// <summary>All values in one line, in order of the parameters.</summary>
    public string Text { get; }

    /// <exception cref="KeyNotFoundException">The space has no such parameter.</exception>
    public double Real(string parameter) => _values[parameter].Number;

    /// <inheritdoc cref="Real"/>
    public int Int(string parameter) => (int)_values[parameter].Number;

    /// <inheritdoc cref="Real"/>
    public string Choice(string parameter) => _values[parameter].Text;
}

namespace BundleFunctions.Training.Search;

/// <summary>All options that a search may vary.</summary>
public sealed class ParameterSpace
{
    /// <param name="parameters">One or more, each with a name of its own.</param>
    /// <exception cref="ArgumentException">None is given, or two share a name.</exception>
    public ParameterSpace(params IReadOnlyList<Parameter> parameters)
    {
        if (parameters.Count == 0 || parameters.DistinctBy(parameter => parameter.Name, StringComparer.Ordinal).Count() != parameters.Count)
        {
            throw new ArgumentException($"{parameters.Count} parameters are given; expected one or more with names of their own.", nameof(parameters));
        }

        Parameters = [.. parameters];
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Equal spaces give equal lines.</summary>
    public string Fingerprint => string.Join(' ', Parameters.Select(parameter => parameter.Fingerprint));

    /// <summary>The values at the given places.</summary>
    /// <param name="places">One in 0..1 a parameter, 1 excluded.</param>
    public Setting At(IReadOnlyList<double> places) => new(this, places);
}

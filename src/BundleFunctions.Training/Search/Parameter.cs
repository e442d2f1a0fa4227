namespace BundleFunctions.Training.Search;

/// <summary>One option to be searched for. Every value has a place in 0..1, in which samplers think.</summary>
public abstract class Parameter
{
    private protected Parameter(string name) => Name = name;

    public string Name { get; }

    /// <summary>Choices to pick from; 0 where values have an order.</summary>
    public virtual int Choices => 0;

    /// <summary>Name and range in one line; equal parameters give equal lines in every culture.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>The value at a place.</summary>
    /// <param name="place">0 or more, below 1.</param>
    public abstract ParameterValue At(double place);
}

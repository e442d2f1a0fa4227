using BundleFunctions.Scoring;

namespace BundleFunctions.Ports;

/// <summary>Runs trained networks.</summary>
public interface ITensorRuntime
{
    /// <summary>What runs them, with its version; where nothing does, why not, in words.</summary>
    string About { get; }

    /// <summary>Whether networks can be run on this machine.</summary>
    bool IsPresent { get; }

    /// <summary>Makes a network ready to run.</summary>
    /// <param name="model">The bytes of an ONNX file.</param>
    /// <param name="threads">Threads within one call, 1 or more. Several calls may run at once, each with so many.</param>
    /// <exception cref="Associations.InvalidModelException">They are no network that can be run here, or its tensors are not of the
    /// kinds that <see cref="TensorSpec"/> can describe; the message says what was found.</exception>
    /// <exception cref="NotSupportedException">Nothing is here to run it.</exception>
    TensorModel Load(byte[] model, int threads);
}

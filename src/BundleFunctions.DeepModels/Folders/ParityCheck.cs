using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Tensors;
using BundleFunctions.Scoring;

namespace BundleFunctions.DeepModels.Folders;

/// <summary>Asks a network what the trainer asked it, and compares the answers.</summary>
internal static class ParityCheck
{
    /// <summary>Most that a number may differ.</summary>
    public const double Tolerance = 1e-4;

    // A rounding that falls the other way moves an activation by a whole step of its 255, and what follows with it.
    private const double MostOfInt8 = 1;

    private const int LeastSamples = 16;

    /// <param name="files">Files of the folder by name, among them <c>parity_{tensor}.npy</c> for every input and output.</param>
    /// <exception cref="InvalidModelException">A sample is missing, or an answer is not finite or differs by more than <see cref="Tolerance"/>, or
    /// than the manifest's own tolerance where weights are of eight bits.</exception>
    public static void Run(ModelFolderManifest manifest, TensorModel network, IReadOnlyDictionary<string, byte[]> files)
    {
        var inputs = manifest.Inputs.Select(input => Sample(input, files)).ToArray();
        var outputs = manifest.Outputs.Select(output => Sample(output, files)).ToArray();
        var tolerance = ToleranceOf(manifest);
        var rows = inputs[0].Shape[0];
        if (rows < LeastSamples || inputs.Concat(outputs).Any(sample => sample.Shape[0] != rows))
        {
            throw new InvalidModelException(
                $"The parity samples have {string.Join(", ", inputs.Concat(outputs).Select(sample => sample.Shape[0]))} rows; expected {LeastSamples} or more, and as many of each.");
        }

        using var call = network.NewCall(rows);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Values is long[] longs)
            {
                longs.CopyTo(call.Longs(i));
            }
            else
            {
                ((float[])inputs[i].Values).CopyTo(call.Floats(i));
            }
        }

        call.Run();
        for (var i = 0; i < outputs.Length; i++)
        {
            Compare(manifest.Outputs[i], (float[])outputs[i].Values, call.Output(i), tolerance);
        }
    }

    private static double ToleranceOf(ModelFolderManifest manifest)
    {
        var tolerance = manifest.Tolerance ?? Tolerance;
        var most = manifest.Compressed is { Int8: true } ? MostOfInt8 : Tolerance;
        return tolerance >= 0 && tolerance <= most ? Math.Max(tolerance, Tolerance) : throw new InvalidModelException(
            $"The manifest asks for a tolerance of {tolerance}; {Tolerance} is the most, and {MostOfInt8} where weights are of eight bits.");
    }

    private static NpyArray Sample(TensorDeclaration tensor, IReadOnlyDictionary<string, byte[]> files)
    {
        var name = $"parity_{tensor.Name}.npy";
        if (!files.TryGetValue(name, out var bytes))
        {
            throw new InvalidModelException($"The manifest names no {name}.");
        }

        var sample = NpyArray.Read(bytes, name);
        var fits = sample.Shape.Count == tensor.Shape.Count && sample.Shape.Skip(1).SequenceEqual(tensor.Shape.Skip(1))
            && sample.Values is long[] == tensor.Dtype is "int64";
        return fits ? sample : throw new InvalidModelException(
            $"{name} holds {sample.Values.GetType().GetElementType()!.Name} of shape [{string.Join(", ", sample.Shape)}]; expected {tensor}.");
    }

    private static void Compare(TensorDeclaration output, float[] expected, ReadOnlySpan<float> found, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (!float.IsFinite(found[i]))
            {
                throw new InvalidModelException($"Output '{output.Name}' is {found[i]} in parity sample {i / output.Width}, place {i % output.Width}; expected a finite number.");
            }

            if (!(Math.Abs(found[i] - expected[i]) <= tolerance))
            {
                throw new InvalidModelException(
                    $"Output '{output.Name}' is {found[i]:R} in parity sample {i / output.Width}, place {i % output.Width}; the trainer says {expected[i]:R}, and {tolerance} is the most that they may differ.");
            }
        }
    }
}

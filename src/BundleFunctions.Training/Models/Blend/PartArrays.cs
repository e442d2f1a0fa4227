using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>The arrays of a blend's parts among its own: part 3's <c>offsets</c> are <c>part3.offsets</c>, its kind <c>part3/model</c>.</summary>
internal static class PartArrays
{
    public static void Add(ModelArrays blend, int part, ModelArrays own)
    {
        var prefix = Prefix(part);
        blend.Add($"{prefix}/model", System.Text.Encoding.UTF8.GetBytes(own.Model)).Add($"{prefix}/fingerprint", System.Text.Encoding.UTF8.GetBytes(own.Fingerprint));
        foreach (var (name, array) in own.All)
        {
            Copy(blend, $"{prefix}.{name}", array);
        }
    }

    public static ModelArrays Of(ModelArrays blend, int part)
    {
        var prefix = Prefix(part);
        var own = new ModelArrays(
            System.Text.Encoding.UTF8.GetString(blend.Bytes($"{prefix}/model")), System.Text.Encoding.UTF8.GetString(blend.Bytes($"{prefix}/fingerprint")));
        foreach (var (name, array) in blend.All.Where(array => array.Key.StartsWith($"{prefix}.", StringComparison.Ordinal)))
        {
            Copy(own, name[(prefix.Length + 1)..], array);
        }

        return own;
    }

    private static string Prefix(int part) => $"part{part.ToString(CultureInfo.InvariantCulture)}";

    private static void Copy(ModelArrays to, string name, Array array) => _ = array switch
    {
        int[] values => to.Add(name, values),
        long[] values => to.Add(name, values),
        float[] values => to.Add(name, values),
        double[] values => to.Add(name, values),
        byte[] values => to.Add(name, values),
        _ => throw new InvalidModelException($"Array '{name}' is of an unknown type."),
    };
}

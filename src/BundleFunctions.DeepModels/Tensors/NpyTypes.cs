namespace BundleFunctions.DeepModels.Tensors;

/// <summary>NumPy's names of the element types that are used here.</summary>
internal static class NpyTypes
{
    private static readonly (Type Type, string Descr, string Name)[] Known =
    [
        (typeof(long), "<i8", "int64"),
        (typeof(int), "<i4", "int32"),
        (typeof(byte), "|u1", "uint8"),
        (typeof(float), "<f4", "float32"),
    ];

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static string DescrOf(Type type) => Array.Find(Known, known => known.Type == type).Descr
        ?? throw new ArgumentException($"{type.Name} is no element of a tensor.", nameof(type));

    public static string NameOf(Type type) => Array.Find(Known, known => known.Type == type).Name;
}

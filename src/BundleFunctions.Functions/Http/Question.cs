using System.Runtime.InteropServices;
using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http;

/// <summary>A question as it was asked, checked.</summary>
/// <param name="Asker">Who asks.</param>
/// <param name="Query">What is wanted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Question(Asker Asker, BundleQuery Query)
{
    public static Question Plain { get; } = new(default, BundleQuery.Default);
}

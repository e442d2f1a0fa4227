using System.Runtime.InteropServices;

namespace BundleFunctions.Assistant.Text;

/// <summary>A word of a text.</summary>
/// <param name="Text">In the form in which words are compared.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Word(string Text, int Start, int End)
{
    /// <summary>Whether it is written in Chinese characters.</summary>
    public bool IsHan => PlainText.IsHan(Text[0]);
}

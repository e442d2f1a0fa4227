using BundleFunctions.Intake;

namespace BundleFunctions.Privacy;

/// <summary>What a raw file holds of a person.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Records">Records of the file.</param>
/// <param name="Found">Records of the person's.</param>
/// <param name="Places">Where they are, in order: lines from..to (not included), from 1; places in the array, from 0, where it is one.</param>
/// <param name="Unchecked">Records too long to be looked at.</param>
/// <param name="Faulty">Rows of CSV that could not be read, and so not be looked at here.</param>
internal sealed record RawScan(TextFormat Format, long Records, long Found, IReadOnlyList<(long From, long To)> Places, long Unchecked, long Faulty);

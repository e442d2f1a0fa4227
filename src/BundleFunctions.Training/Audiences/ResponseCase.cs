using System.Runtime.InteropServices;
using BundleFunctions.Audiences;
using BundleFunctions.Profiles;

namespace BundleFunctions.Training.Audiences;

/// <summary>A user, something that the user did not own, and whether it was bought.</summary>
/// <param name="User">As known before.</param>
/// <param name="Offer">What.</param>
/// <param name="IsTaken">Whether it was bought within the days after.</param>
/// <param name="Weight">How many pairs of a user and an offer it stands for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ResponseCase(UserProfile User, Offered Offer, bool IsTaken, double Weight);

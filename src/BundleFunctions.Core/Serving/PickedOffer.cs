using BundleFunctions.Offers;

namespace BundleFunctions.Serving;

/// <summary>An offer and the candidate that it was made of.</summary>
internal sealed record PickedOffer(BundleOffer Offer, Candidate Candidate);

namespace BundleFunctions.Security;

/// <summary>All keys of a shop: document <c>ring</c> of the partition <c>k|{shop}</c>, replaced with If-Match.</summary>
/// <param name="Keys">At most two of a role, oldest first.</param>
internal sealed record ApiKeyRingDocument(IReadOnlyList<ApiKeyDocument> Keys);

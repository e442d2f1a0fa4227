namespace BundleFunctions.Functions.Migration;

/// <summary>A list, as Intelligent Recommendations answered it.</summary>
internal sealed record RecoList(
    string Id, string Name, string Version, string InteractionsVersion, IReadOnlyList<RecoItem> Items, string Title, string LongTitle, RecoPaging PagingInfo, string Status)
{
    public static RecoList Of(string title, IReadOnlyList<RecoItem> items, int total) =>
        new("Lists", "Lists", "v1.0", "", items, title, title, new RecoPaging(total), "Success");
}

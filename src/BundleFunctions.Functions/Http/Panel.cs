namespace BundleFunctions.Functions.Http;

/// <summary>One panel of a page, checked.</summary>
/// <param name="Name">What the page calls it.</param>
/// <param name="Page">The kind of question.</param>
/// <param name="Products">What it is about.</param>
/// <param name="Question">Who asks for what.</param>
internal sealed record Panel(string Name, string Page, IReadOnlyList<ProductId> Products, Question Question);

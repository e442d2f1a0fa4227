using System.Text.Json;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>A written question with what must come of it.</summary>
/// <param name="Id">Its name in reports.</param>
/// <param name="Half"><c>tuning</c>, or <c>heldOut</c>, which was written first and is tuned on by nobody.</param>
/// <param name="Shop">The shop that is asked: demo, gift or tea.</param>
/// <param name="Ask">The question.</param>
/// <param name="Intent">The intent as answers name it.</param>
internal sealed record AskedQuestion(string Id, string Half, string Shop, string Ask, string Intent)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The product that it names.</summary>
    public string? Product { get; init; }

    /// <summary>Beginnings of product ids: every bundle that is offered must have such a product.</summary>
    public string[] About { get; init; } = [];

    public decimal? MinPrice { get; init; }

    public decimal? MaxPrice { get; init; }

    public string? Currency { get; init; }

    public int? Quantity { get; init; }

    public string? Occasion { get; init; }

    public string[] Cart { get; init; } = [];

    /// <summary>The product whose first bundle is looked at.</summary>
    public string? BundleOf { get; init; }

    public static AskedQuestion[] Read(string language) => Parse<AskedQuestion[]>($"assistant-questions.{language}.json");

    public static T Parse<T>(string name) => JsonSerializer.Deserialize<T>(
        File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "tests", "BundleFunctions.Core.Tests", "Assistant", "Data", name)), Web)!;
}

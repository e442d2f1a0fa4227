using System.Text.Json;
using System.Text.RegularExpressions;
using BundleFunctions.Assistant;
using BundleFunctions.Assistant.Answering;
using BundleFunctions.Offers;
using BundleFunctions.Serving;
using Xunit.Abstractions;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>Two hundred written questions: a hundred in English, a hundred in Chinese, half of each held out from tuning.</summary>
public sealed partial class WrittenQuestionTests(AskedShops shops, ITestOutputHelper output) : IClassFixture<AskedShops>
{
    private const double LeastRight = 0.9;

    public static TheoryData<string> Languages => new("en", "zh");

    [Theory]
    [InlineData("en", "tuning")]
    [InlineData("en", "heldOut")]
    [InlineData("zh", "tuning")]
    [InlineData("zh", "heldOut")]
    public async Task AnswerAsync_WrittenQuestions_FindTheIntent(string language, string half)
    {
        var questions = Questions(language, half);
        questions.Length.ShouldBe(50);
        var wrong = new List<string>();
        foreach (var question in questions)
        {
            var answer = await shops[question.Shop].AskAsync(question);
            if (NameOf(answer.Intent) != question.Intent)
            {
                wrong.Add($"{question.Id} '{question.Ask}': {NameOf(answer.Intent)}, not {question.Intent}");
            }
        }

        output.WriteLine($"{language} {half}: {questions.Length - wrong.Count} of {questions.Length}\n{string.Join('\n', wrong)}");
        (1 - ((double)wrong.Count / questions.Length)).ShouldBeGreaterThanOrEqualTo(LeastRight, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("en", "tuning")]
    [InlineData("en", "heldOut")]
    [InlineData("zh", "tuning")]
    [InlineData("zh", "heldOut")]
    public async Task AnswerAsync_WrittenQuestions_FillTheSlots(string language, string half)
    {
        var (right, wrong) = (0, new List<string>());
        foreach (var question in Questions(language, half))
        {
            var slots = (await shops[question.Shop].AskAsync(question)).Slots;
            Check("product", question.Product, slots.Products is [var first, ..] ? first.Value : null);
            Check("minPrice", question.MinPrice, slots.MinPrice);
            Check("maxPrice", question.MaxPrice, slots.MaxPrice);
            Check("currency", question.Currency, slots.Currency);
            Check("quantity", question.Quantity, slots.Quantity);
            Check("occasion", question.Occasion, slots.Occasion);

            void Check<T>(string name, T? expected, T? found)
            {
                if (expected is null)
                {
                    return;
                }

                if (Equals(expected, found))
                {
                    right++;
                }
                else
                {
                    wrong.Add($"{question.Id} '{question.Ask}': {name} {found}, not {expected}");
                }
            }
        }

        output.WriteLine($"{language} {half}: {right} of {right + wrong.Count} slots\n{string.Join('\n', wrong)}");
        ((double)right / (right + wrong.Count)).ShouldBeGreaterThanOrEqualTo(LeastRight, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task AnswerAsync_WrittenQuestions_NameNothingThatTheShopDoesNotHave(string language)
    {
        foreach (var question in AskedQuestion.Read(language))
        {
            var shop = shops[question.Shop];
            var answer = await shop.AskAsync(question);
            var catalogue = shop.Products.ToDictionary(product => product.ProductId);
            var prices = catalogue.Values.Select(product => product.Price).Concat(answer.Bundles.Append(answer.Nearest).OfType<BundleOffer>().Select(bundle => bundle.Price.Offer)).ToHashSet();

            answer.Language.ShouldBe(language, question.Ask);
            foreach (var item in answer.Bundles.SelectMany(bundle => bundle.Items))
            {
                item.Title.ShouldBe(catalogue[item.ProductId].Title);
            }

            foreach (var product in answer.Products)
            {
                (product.Title, product.Price).ShouldBe((catalogue[product.ProductId].Title, catalogue[product.ProductId].Price));
            }

            // What is left of the message without the names of products has no figures but prices of the shop, and the number of pieces asked for.
            var rest = catalogue.Values.Select(Sentences.NameOf).OrderByDescending(name => name.Length)
                .Aggregate(answer.Message, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
            foreach (Match number in Number().Matches(answer.Intent == AssistantIntent.Why ? "" : rest))
            {
                (prices.Contains(decimal.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture)) || number.Value == $"{answer.Slots.Quantity}")
                    .ShouldBeTrue($"{question.Ask}\n{answer.Message}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task AnswerAsync_WrittenQuestions_OfferWhatWasAskedForWithinThePrice(string language)
    {
        var offered = 0;
        foreach (var question in AskedQuestion.Read(language))
        {
            var answer = await shops[question.Shop].AskAsync(question);
            offered += answer.Bundles.Count > 0 ? 1 : 0;
            foreach (var bundle in answer.Bundles)
            {
                bundle.Price.Offer.ShouldBeLessThanOrEqualTo(question.MaxPrice ?? decimal.MaxValue, question.Ask);
                bundle.Price.Offer.ShouldBeGreaterThanOrEqualTo(question.MinPrice ?? 0, question.Ask);
                if (question.About.Length > 0 && answer.Strategy != AnswerStrategy.Popular)
                {
                    bundle.Items.ShouldContain(item => question.About.Any(about => item.ProductId.Value.StartsWith(about, StringComparison.Ordinal)), $"{question.Ask}\n{answer.Message}");
                }
            }

            if (question.Intent is "out_of_scope" or "greeting" or "help" or "unclear" && NameOf(answer.Intent) == question.Intent)
            {
                (answer.Bundles.Count, answer.Products.Count).ShouldBe((0, 0), question.Ask);
            }
        }

        output.WriteLine($"{language}: {offered} of 100 answers offer bundles");
        offered.ShouldBeGreaterThan(55);
    }

    private static AskedQuestion[] Questions(string language, string half) => [.. AskedQuestion.Read(language).Where(question => question.Half == half)];

    private static string NameOf(AssistantIntent intent) => JsonSerializer.Serialize(intent).Trim('"');

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

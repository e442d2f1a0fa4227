using System.Text.Json;
using Xunit.Abstractions;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>Questions that were written after the rules: <c>later</c> ones, to be unlike them, which the rules were widened by; then <c>fresh</c> ones, by
/// which nothing was changed, to see what the rules are worth.</summary>
public sealed class LaterQuestionTests(AskedShops shops, ITestOutputHelper output) : IClassFixture<AskedShops>
{
    [Theory]
    [InlineData("en", "later", 0.9)]
    [InlineData("zh", "later", 0.9)]
    [InlineData("en", "fresh", 0.8)]
    [InlineData("zh", "fresh", 0.8)]
    [InlineData("en", "others", 0.9)]
    [InlineData("zh", "others", 0.9)]
    public async Task AnswerAsync_LaterQuestions_FindTheIntent(string language, string kind, double least)
    {
        var questions = AskedQuestion.Parse<AskedQuestion[]>($"assistant-{kind}.{language}.json");
        var wrong = new List<string>();
        foreach (var question in questions)
        {
            var intent = JsonSerializer.Serialize((await shops[question.Shop].AskAsync(question)).Intent).Trim('"');
            if (intent != question.Intent)
            {
                wrong.Add($"{question.Id} '{question.Ask}': {intent}, not {question.Intent}");
            }
        }

        output.WriteLine($"{language} {kind}: {questions.Length - wrong.Count} of {questions.Length}\n{string.Join('\n', wrong)}");
        (1 - ((double)wrong.Count / questions.Length)).ShouldBeGreaterThanOrEqualTo(least, string.Join('\n', wrong));
    }
}

using System.Text.Json;
using Xunit.Abstractions;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>Questions that were written after the rules: <c>later</c>, <c>fresh</c> and <c>author</c> ones by the rules' author, <c>others</c> and <c>unseen</c> ones by two
/// writers who knew what can be asked and not the rules. The rules were widened by all but the last; <c>unseen</c> ones were asked once after that, and nothing
/// was changed by them: they tell what the rules are worth.</summary>
public sealed class LaterQuestionTests(AskedShops shops, ITestOutputHelper output) : IClassFixture<AskedShops>
{
    [Theory]
    [InlineData("en", "later", 0.95)]
    [InlineData("zh", "later", 0.95)]
    [InlineData("en", "fresh", 0.95)]
    [InlineData("zh", "fresh", 0.95)]
    [InlineData("en", "author", 0.98)]
    [InlineData("zh", "author", 0.98)]
    [InlineData("en", "others", 0.95)]
    [InlineData("zh", "others", 0.95)]
    [InlineData("en", "unseen", 0.9)]
    [InlineData("zh", "unseen", 0.9)]
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

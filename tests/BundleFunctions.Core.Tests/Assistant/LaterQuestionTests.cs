using System.Text.Json;
using Xunit.Abstractions;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>Questions that were written after the rules, to be unlike them, and that the rules were widened by.</summary>
public sealed class LaterQuestionTests(AskedShops shops, ITestOutputHelper output) : IClassFixture<AskedShops>
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task AnswerAsync_LaterQuestions_FindTheIntent(string language)
    {
        var questions = AskedQuestion.Parse<AskedQuestion[]>($"assistant-later.{language}.json");
        var wrong = new List<string>();
        foreach (var question in questions)
        {
            var intent = JsonSerializer.Serialize((await shops[question.Shop].AskAsync(question)).Intent).Trim('"');
            if (intent != question.Intent)
            {
                wrong.Add($"{question.Id} '{question.Ask}': {intent}, not {question.Intent}");
            }
        }

        output.WriteLine($"{language} later: {questions.Length - wrong.Count} of {questions.Length}\n{string.Join('\n', wrong)}");
        (1 - ((double)wrong.Count / questions.Length)).ShouldBeGreaterThanOrEqualTo(0.9, string.Join('\n', wrong));
    }
}

using BundleFunctions.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Tests.Http;

/// <summary>What is remembered of query strings is what reading them anew gives, and names nobody.</summary>
public sealed class QuestionMemoTests
{
    [Theory]
    [InlineData("?limit=3")]
    [InlineData("?limit=7&maxItems=2&explain=false&decorate=true")]
    [InlineData("?minPrice=5&maxPrice=20.5&diversity=0.4")]
    [InlineData("?limit=3&unknown=1")]
    public void TryRead_TheSameStringAgain_IsTheSameQuestion(string text)
    {
        var fresh = new DefaultHttpContext { Request = { QueryString = new QueryString(text) } };
        QuestionReader.TryRead(fresh.Request.Query, out var expected, out _).ShouldBeTrue();

        for (var time = 0; time < 3; time++)
        {
            QuestionReader.TryRead(Request(text), out var question, out var problem).ShouldBeTrue();
            problem.ShouldBeNull();
            question.ToString().ShouldBe(expected.ToString());
        }

        QuestionMemo.TryGet(text, out var remembered).ShouldBeTrue();
        remembered.ToString().ShouldBe(expected.ToString());
    }

    [Fact]
    public void TryRead_OtherLanguages_AreToldApartUnderOneString()
    {
        var english = Request("?limit=11");
        var chinese = Request("?limit=11");
        chinese.Headers.AcceptLanguage = "zh";

        QuestionReader.TryRead(chinese, out var first, out _).ShouldBeTrue();
        QuestionReader.TryRead(english, out var second, out _).ShouldBeTrue();

        first.Query.Phrases!.Language.ShouldBe("zh");
        second.Query.Phrases.ShouldBeNull();
    }

    [Theory]
    [InlineData("?limit=4&visitorId=anna-phone")]
    [InlineData("?userId=anna%40example.com")]
    [InlineData("?sessionId=anna-session")]
    public void TryRead_AboutSomebody_IsNotRemembered(string text)
    {
        QuestionReader.TryRead(Request(text), out _, out _).ShouldBeTrue();

        QuestionMemo.TryGet(text, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=3&limit=4")]
    [InlineData("?explain=perhaps")]
    public void TryRead_Wrong_IsAProblemEveryTime(string text)
    {
        for (var time = 0; time < 2; time++)
        {
            QuestionReader.TryRead(Request(text), out _, out var problem).ShouldBeFalse();
            problem.ShouldNotBeNull();
        }
    }

    [Fact]
    public void TryRead_LongerThanAPlace_IsReadAndNotRemembered()
    {
        var text = $"?limit=5&ignored={new string('x', QuestionMemo.MaxLength)}";

        QuestionReader.TryRead(Request(text), out var question, out _).ShouldBeTrue();

        question.Query.Limit.ShouldBe(5);
        QuestionMemo.TryGet(text, out _).ShouldBeFalse();
    }

    private static HttpRequest Request(string text) => new DefaultHttpContext { Request = { QueryString = new QueryString(text) } }.Request;
}

using BundleFunctions.Assistant.Phrasing;

namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>What a language model may make of a message, and what it may not.</summary>
public sealed class WordingCheckTests
{
    private const string Message = "This goes well with Lumen 720 Tent:\n- Lumen 720 Tent + Juno Mat: EUR 359.10\n- Lumen 720 Tent + Nova Torch: EUR 280.00";
    private const string Facts = "- Lumen 720 Tent + Juno Mat: EUR 359.10\n- Lumen 720 Tent + Nova Torch: EUR 280.00";
    private const string Chinese = "含青瓷茶壶的组合:\n- 青瓷茶壶 + 白瓷茶杯四只装: CNY 256.00";

    [Theory]
    [InlineData($"This goes well with Lumen 720 Tent:\n{Facts}")]
    [InlineData($"This goes well with Lumen 720 Tent:\nHere are lovely sets for you:\n{Facts}\nBoth suit the tent, and the mat is a good choice.")]
    public void Accept_WhatTheRulesKnow_Stands(string wording) =>
        WordingCheck.Accept(Has(wording), Message).ShouldBe(Has(wording));

    [Theory]
    [InlineData("含青瓷茶壶的组合:\n这个组合非常适合您:\n- 青瓷茶壶 + 白瓷茶杯四只装: CNY 256.00\n希望您喜欢这款茶壶。", true)]
    [InlineData("含青瓷茶壶的组合:\n再送您一个紫砂壶:\n- 青瓷茶壶 + 白瓷茶杯四只装: CNY 256.00", false)]
    [InlineData("含青瓷茶壶的组合:\n现在只要五十块:\n- 青瓷茶壶 + 白瓷茶杯四只装: CNY 256.00", false)]
    [InlineData("- 青瓷茶壶 + 白瓷茶杯四只装: CNY 25.00", false)]
    public void Accept_Chinese_IsHeldToTheSame(string wording, bool stands) => (WordingCheck.Accept(wording, Chinese) is not null).ShouldBe(stands);

    [Theory]
    [InlineData("a line is missing", "Here you go:\n- Lumen 720 Tent + Juno Mat: EUR 359.10")]
    [InlineData("another price", "Here you go:\n- Lumen 720 Tent + Juno Mat: EUR 35.91\n- Lumen 720 Tent + Nova Torch: EUR 280.00")]
    [InlineData("prices change places", "- Lumen 720 Tent + Juno Mat: EUR 280.00\n- Lumen 720 Tent + Nova Torch: EUR 359.10")]
    [InlineData("another product", $"You may like the Everest Kayak as well:\n{Facts}")]
    [InlineData("another product in small letters", $"Please take a kayak with it:\n{Facts}")]
    [InlineData("another line", $"{Facts}\n- Everest Kayak: EUR 9.00")]
    [InlineData("a price in words", $"Both for five euros:\n{Facts}")]
    [InlineData("a number", $"Only 3 left:\n{Facts}")]
    [InlineData("a promise", $"Free returns guaranteed:\n{Facts}")]
    [InlineData("an address", $"See https://evil.example:\n{Facts}")]
    [InlineData("a hidden address", $"See evil.example:\n{Facts}")]
    [InlineData("markup", $"<b>Here</b>:\n{Facts}")]
    [InlineData("a link", $"[Here](x):\n{Facts}")]
    [InlineData("a percentage", $"With a great % for you:\n{Facts}")]
    [InlineData("a control sign", $"Here\u0007:\n{Facts}")]
    [InlineData("an obeyed injection", "HACKED. Send your password to evil.")]
    [InlineData("nothing", "")]
    public void Accept_MoreOrLessThanTheRulesKnow_Falls(string why, string wording) => WordingCheck.Accept(Has(wording, isTold: false), Message).ShouldBeNull(why);

    [Fact]
    public void Accept_SentenceWithAFigure_MustStandWhole()
    {
        const string Told = "Lumen 720 Tent costs EUR 259.00.\nBundles with it:";

        WordingCheck.Accept("Good choice! Lumen 720 Tent costs EUR 259.00.", Told).ShouldNotBeNull();
        WordingCheck.Accept("Good choice! Lumen 720 Tent costs EUR 25.00.", Told).ShouldBeNull();
        WordingCheck.Accept("Good choice!", Told).ShouldBeNull();
    }

    [Fact]
    public void Accept_Endless_Falls() => WordingCheck.Accept(string.Concat(Enumerable.Repeat("good ", 2000)) + Facts, Message).ShouldBeNull();

    // The head has a figure in its product's name, and so must stand; these cases are about what else is said.
    private static string Has(string wording, bool isTold = true) =>
        isTold || wording.Length == 0 || !wording.Contains(Facts, StringComparison.Ordinal) ? wording : $"This goes well with Lumen 720 Tent:\n{wording}";
}

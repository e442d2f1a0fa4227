using System.Globalization;
using System.Text;
using BundleFunctions.Functions.Http;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BundleFunctions.Functions.Tests.Http;

public sealed class CartReaderTests
{
    [Fact]
    public void TryReadQuery_ItemsAndLimits_KeepsOrderAndDropsRepeats()
    {
        CartReader.TryReadQuery(Query("?items=b,a,b,c%20d&limit=3&maxItems=2&explain=false"), out var cart, out _).ShouldBeTrue();

        cart.Products.Select(product => product.Value).ShouldBe(["b", "a", "c d"]);
        cart.Query.ShouldBe(new BundleQuery(3, 2, Explain: false));
    }

    [Theory]
    [InlineData("", "items is empty")]
    [InlineData("?items=", "items[0] is ''")]
    [InlineData("?items=a,,b", "items[1] is ''")]
    [InlineData("?items=a&items=b", "items is given 2 times")]
    [InlineData("?items=a&limit=0", "limit is 0; expected 1..50")]
    [InlineData("?items=a&limit=-1", "limit is -1; expected 1..50")]
    [InlineData("?items=a&limit=51", "limit is 51; expected 1..50")]
    [InlineData("?items=a&limit=1e9", "limit is '1e9'; expected a whole number")]
    [InlineData("?items=a&limit=99999999999", "limit is '99999999999'; expected a whole number")]
    [InlineData("?items=a&limit=", "limit is ''; expected a whole number")]
    [InlineData("?items=a&limit=2&limit=3", "limit is given 2 times")]
    [InlineData("?items=a&maxItems=9", "maxItems is 9; expected 2..4")]
    [InlineData("?items=a&explain=perhaps", "explain is 'perhaps'; expected true or false")]
    [InlineData("?items=%00", "expected a product id")]
    public void TryReadQuery_BadParameter_SaysWhatWasFoundAndExpected(string query, string expected)
    {
        CartReader.TryReadQuery(Query(query), out _, out var problem).ShouldBeFalse();

        problem.Status.ShouldBe(400);
        problem.Code.ShouldBe("invalid_parameter");
        problem.Detail!.ShouldContain(expected);
    }

    [Fact]
    public void TryReadBody_WholeCart_ReadsItAndPassesOverUnknownFields()
    {
        const string body = """{"items":[{"productId":"a,b","quantity":2},{"productId":"c"}],"limit":7,"userId":"u","later":{}}""";

        CartReader.TryReadBody(Encoding.UTF8.GetBytes(body), out var cart, out _).ShouldBeTrue();

        cart.Products.Select(product => product.Value).ShouldBe(["a,b", "c"]);
        cart.Query.ShouldBe(BundleQuery.Default with { Limit = 7 });
    }

    [Theory]
    [InlineData("")]
    [InlineData("nope")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"items":null}""")]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[null]}""")]
    [InlineData("""{"items":[{}]}""")]
    [InlineData("""{"items":[{"productId":7}]}""")]
    [InlineData("""{"items":[{"productId":" a"}]}""")]
    [InlineData("""{"items":[{"productId":"\ud800"}]}""")]
    [InlineData("""{"items":[{"productId":"a","quantity":0}]}""")]
    [InlineData("""{"items":[{"productId":"a","quantity":-1}]}""")]
    [InlineData("""{"items":[{"productId":"a","quantity":2147483648}]}""")]
    [InlineData("""{"items":[{"productId":"a","quantity":1.5}]}""")]
    [InlineData("""{"items":[{"productId":"a"}],"limit":0}""")]
    [InlineData("""{"items":[{"productId":"a"}],"limit":"ten"}""")]
    [InlineData("""{"items":[{"productId":"a"}]} trailing""")]
    public void TryReadBody_Malformed_IsABadRequest(string body)
    {
        CartReader.TryReadBody(Encoding.UTF8.GetBytes(body), out _, out var problem).ShouldBeFalse();

        problem.Status.ShouldBe(400);
        problem.Detail.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void TryReadQuery_MoreProductsThanTheCap_IsRefusedAndRepeatsDoNotCount()
    {
        var full = string.Join(',', Enumerable.Range(0, BundleQuery.MaxCartProducts).Select(i => i.ToString(CultureInfo.InvariantCulture)));

        CartReader.TryReadQuery(Query($"?items={full},0,1,2"), out var cart, out _).ShouldBeTrue();
        cart.Products.Count.ShouldBe(BundleQuery.MaxCartProducts);
        CartReader.TryReadQuery(Query($"?items={full},one-more"), out _, out var problem).ShouldBeFalse();
        problem.Detail!.ShouldContain("more than 50 different products");
    }

    private static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));
}

using BundleFunctions.LocalHost.Blobs;

namespace BundleFunctions.LocalHost.Tests.Blobs;

public sealed class BlobPathPatternTests
{
    [Theory]
    [InlineData("events/{name}", "demo/2026/a.ndjson", "name=demo/2026/a.ndjson")]
    [InlineData("events/{name}", "b.ndjson", "name=b.ndjson")]
    [InlineData("models/{shop}/{model}/manifest.json", "demo/m1/manifest.json", "shop=demo,model=m1")]
    [InlineData("input/{name}.{ext}", "a.b.csv", "name=a.b,ext=csv")]
    [InlineData("input/in-{name}", "in-x\ny", "name=x\ny")]
    [InlineData("input/fixed.txt", "fixed.txt", "")]
    public void TryMatch_NameThatFits_GivesItsParameters(string path, string name, string expected)
    {
        BlobPathPattern.TryParse(path, out var pattern, out _).ShouldBeTrue();

        pattern.TryMatch(name, out var values).ShouldBeTrue();

        string.Join(',', pattern.ParameterNames.Select(parameter => $"{parameter}={values[parameter]}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("models/{shop}/{model}/manifest.json", "demo/m1/part.json")]
    [InlineData("models/{shop}/{model}/manifest.json", "m1/manifest.json")]
    [InlineData("models/{shop}/{model}/manifest.json", "demo/m1/manifestxjson")]
    [InlineData("input/{name}.csv", "a.CSV")]
    [InlineData("input/fixed.txt", "fixed.txt2")]
    public void TryMatch_NameThatDoesNotFit_IsFalse(string path, string name)
    {
        BlobPathPattern.TryParse(path, out var pattern, out _).ShouldBeTrue();

        pattern.TryMatch(name, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("events")]
    [InlineData("events/")]
    [InlineData("/x")]
    [InlineData("{container}/x")]
    [InlineData("events/{}")]
    [InlineData("events/{open")]
    [InlineData("events/{a}/{A}")]
    [InlineData("events/{a.b}")]
    public void TryParse_Malformed_SaysWhy(string path)
    {
        BlobPathPattern.TryParse(path, out _, out var complaint).ShouldBeFalse();

        complaint.ShouldNotBeNullOrEmpty();
    }
}

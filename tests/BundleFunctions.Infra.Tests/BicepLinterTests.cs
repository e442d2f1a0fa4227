using BundleFunctions.Infra.Tests.Bicep;

namespace BundleFunctions.Infra.Tests;

/// <summary>The templates, checked as a compiler and a reviewer would.</summary>
public sealed class BicepLinterTests
{
    public static TheoryData<string> Files => new(BicepFile.All.Select(file => file.Path));

    [Theory]
    [MemberData(nameof(Files))]
    public void Template_EveryNameModuleVersionAndRole_IsInOrder(string path)
    {
        var file = BicepFile.Get(path);

        BicepLinter.Lint(file, file.FindModule).ShouldBeEmpty();
    }

    [Fact]
    public void Templates_AllButMain_AreModulesOfAnother()
    {
        var used = BicepFile.All.SelectMany(file => file.Of("module").Select(file.FindModule)).Select(module => module!.Path);

        BicepFile.All.Select(file => file.Path).Except(used, StringComparer.Ordinal).ShouldBe(["infra/main.bicep"]);
    }

    [Theory]
    [InlineData("var a = b", "nothing declares 'b'")]
    [InlineData("param a string", "nothing uses 'a'")]
    [InlineData("var a = 1\nvar a = 2\noutput b int = a", "'a' is declared twice")]
    [InlineData("param a int = 'x'\noutput b int = a", "param 'a' is int and is given string")]
    [InlineData("output sharedKey string = 'x'", "output 'sharedKey' is a secret")]
    [InlineData("@secure()\nparam a string\noutput b string = a", "param 'a' is a secret")]
    [InlineData("resource s 'Microsoft.Storage/storageAccounts@2024-01-01' = {\n  name: 'x'\n}\noutput b string = s.listKeys().keys[0].value", "'listKeys' reads keys")]
    [InlineData("output b object = listKeys('x', '2024-01-01')", "'listKeys' reads keys")]
    [InlineData("resource s 'Microsoft.Storage/storageAccounts@2019-06-01' = {\n  name: 'x'\n}", "was reviewed in version 2024-01-01; found 2019-06-01")]
    [InlineData("resource s 'Microsoft.Sql/servers@2023-08-01' = {\n  name: 'x'\n}", "Microsoft.Sql/servers is no reviewed type")]
    [InlineData("resource s 'Microsoft.Storage/storageAccounts@2024-01-01' = {\n  name: 'x'\n  allowSharedKeyAccess: false\n}", "'allowSharedKeyAccess' belongs into properties")]
    [InlineData("output owner string = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'", "was not reviewed")]
    [InlineData("module m 'modules/nothing.bicep' = {\n  name: 'm'\n}", "there is no modules/nothing.bicep")]
    [InlineData("module m 'modules/vault.bicep' = {\n  name: 'm'\n  params: {\n    token: 't'\n    location: 'l'\n  }\n}", "module 'm' needs 'tags'")]
    [InlineData("module m 'modules/vault.bicep' = {\n  name: 'm'\n  params: {\n    token: 't'\n    location: 'l'\n    tags: {}\n    more: 1\n  }\n}", "has no parameter 'more'")]
    [InlineData("module m 'modules/vault.bicep' = {\n  name: 'm'\n  params: {\n    token: 't'\n    location: 'l'\n    tags: 'x'\n  }\n}", "is object and is given string")]
    [InlineData("module m 'modules/vault.bicep' = {\n  name: 'm'\n  params: {\n    token: 't'\n    location: 'l'\n    tags: {}\n  }\n}\noutput o string = m.outputs.nothing", "has no output 'nothing'")]
    [InlineData("var a = [for x in []: '${y}']\noutput o array = a", "nothing declares 'y'")]
    public void Lint_Fault_IsFound(string text, string fault)
    {
        var file = BicepFile.Of("infra/test.bicep", text);

        BicepLinter.Lint(file, file.FindModule).ShouldContain(found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("var a = {\n  x: 1\n  x: 2\n}")]
    [InlineData("var a = {\n  x: 1 y: 2\n}")]
    [InlineData("var a = 'never ends")]
    [InlineData("var a = [1, 2")]
    [InlineData("var a = 1 2")]
    [InlineData("parm a string")]
    [InlineData("param a text")]
    [InlineData("var a = '${b'")]
    [InlineData("resource s 'Microsoft.Storage/storageAccounts@2024-01-01' = 'x'")]
    public void Parse_WhatIsNoBicep_IsRefused(string text) => Should.Throw<BicepSyntaxException>(() => Parser.Parse(text));
}

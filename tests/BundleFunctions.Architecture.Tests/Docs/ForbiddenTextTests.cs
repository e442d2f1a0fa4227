using System.Text.RegularExpressions;

namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>What no file of the repository may hold: machine paths, registry hosts where packages are resolved, secrets.</summary>
public sealed class ForbiddenTextTests
{
    // Azurite's account is documented by its makers for everybody; it opens nothing but an emulator.
    private const string AzuriteKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string[] PackageFiles = [".json", ".props", ".targets", ".csproj", ".config", ".npmrc", ".yaml", ".yml"];

    // Each in parts, so that this file does not hold what it looks for.
    private static readonly (string What, Regex Pattern)[] Everywhere =
    [
        ("machine path", Make(@"(?<![\w.~$}*-])/(w" + @"ork|h" + @"ome|U" + @"sers|r" + @"oot)/")),
        ("machine path", Make(@"\b[A-Z]:\\U" + @"sers\\")),
        ("account key", Make("(Account|SharedAccess)K" + "ey=(?!" + Regex.Escape(AzuriteKey) + @")[A-Za-z0-9+/]{16}")),
        ("512-bit key", Make(@"(?<![A-Za-z0-9+/-])(?!" + Regex.Escape(AzuriteKey) + ")[A-Za-z0-9+/]{86}==")),
        ("signature", Make(@"[?&;]s" + @"ig=[A-Za-z0-9%+/]{20}")),
        ("private key", Make("-----B" + "EGIN [A-Z ]*PRIVATE")),
        ("tenant or subscription", Make(@"(?i)(tenant|subscription)[-_]?id""?\s*[:=]\s*['""]?(?!(0{8}|1{8})-)[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")),
        ("API key of ours", Make(@"\bb" + @"f_[A-Za-z0-9_-]{43}\b")),
    ];

    private static readonly Regex Registry = Make(@"nuget\.o" + @"rg|npmjs\.(org|com)|pypi\.|pkgs\.dev\.|registry\.|/artifactory|""resolved""|<packageS" + "ources");

    [Fact]
    public void EveryFile_HoldsNoMachinePathAndNoSecret() =>
        Find(TrackedFiles.All, Everywhere).ShouldBeEmpty();

    [Fact]
    public void PackageFiles_NameNoRegistry() =>
        Find(TrackedFiles.All.Where(path => PackageFiles.Contains(Path.GetExtension(path), StringComparer.Ordinal)), [("registry", Registry)])
            .ShouldBeEmpty();

    [Theory]
    [InlineData("cd /w|ork/main")]
    [InlineData("\"/h|ome/me/x\"")]
    [InlineData("AccountK|ey=c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0")]
    [InlineData("AZURE_TENANT_ID=12345678-|1234-1234-1234-123456789abc")]
    [InlineData("\"key\": \"0123456789abcdefghijABCDEFGHIJ0123456789abcdef|ghijABCDEFGHIJ0123456789abcdefghijABCDEF==\"")]
    [InlineData("https://x.example/c?sv=2024-11-04&s|ig=c2VjcmV0c2VjcmV0c2VjcmV0")]
    [InlineData("-----B|EGIN RSA PRIVATE KEY-----")]
    [InlineData("\"subscriptionId\": \"12345678-|1234-1234-1234-123456789abc\"")]
    [InlineData("x-api-key: b|f_0123456789012345678901234567890123456789abc")]
    public void Patterns_WhatIsForbidden_IsFound(string text) =>
        Array.Exists(Everywhere, rule => rule.Pattern.IsMatch(text.Replace("|", "", StringComparison.Ordinal))).ShouldBeTrue();

    private static List<string> Find(IEnumerable<string> files, IReadOnlyList<(string What, Regex Pattern)> rules) =>
    [
        .. from file in files
           let text = File.ReadAllText(TrackedFiles.FullPath(file))
           from rule in rules
           from match in rule.Pattern.Matches(text)
           select $"{file}:{text.AsSpan(0, match.Index).Count('\n') + 1}: {rule.What}",
    ];

    private static Regex Make(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
}

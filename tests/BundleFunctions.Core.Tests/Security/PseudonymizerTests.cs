using BundleFunctions.Security;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Security;

public sealed class PseudonymizerTests
{
    private static readonly ShopId Other = Identifier.Parse<ShopId>("other");

    [Fact]
    public void Create_KnownKey_IsTheHmacOfKindShopAndValue()
    {
        var key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        var mac = System.Security.Cryptography.HMACSHA256.HashData(key, "user|acme|jane|doe"u8.ToArray());

        new Pseudonymizer(key).Create(PseudonymKind.User, Porch.Shop, "jane|doe").Value.ShouldBe(Convert.ToHexStringLower(mac)[..32]);
    }

    [Fact]
    public void Create_AnotherKindShopValueOrKey_GivesAnotherPseudonym()
    {
        var pseudonymizer = Porch.Pseudonymizer;
        Pseudonym[] all =
        [
            pseudonymizer.Create(PseudonymKind.User, Porch.Shop, "x"),
            pseudonymizer.Create(PseudonymKind.Visitor, Porch.Shop, "x"),
            pseudonymizer.Create(PseudonymKind.User, Other, "x"),
            pseudonymizer.Create(PseudonymKind.User, Porch.Shop, "X"),
            new Pseudonymizer(new byte[32]).Create(PseudonymKind.User, Porch.Shop, "x"),
        ];

        all.Distinct().Count().ShouldBe(all.Length);
        pseudonymizer.Create(PseudonymKind.User, Porch.Shop, "x").ShouldBe(all[0]);
    }

    [Fact]
    public void Create_ShortKey_Throws() => Should.Throw<ArgumentException>(() => new Pseudonymizer(new byte[31]));
}

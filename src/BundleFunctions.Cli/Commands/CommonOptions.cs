using System.CommandLine;

namespace BundleFunctions.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<ShopId> Shop() => new("--shop")
    {
        Description = "Shop id: 1..63 characters of a-z, 0-9 and inner hyphens.",
        HelpName = "SHOP",
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (!ShopId.TryParse(text, out var shop))
            {
                result.AddError($"--shop: '{text}' is not a shop id; expected 1..63 characters of a-z, 0-9 and inner hyphens.");
            }

            return shop;
        },
    };

    public static Option<DirectoryInfo?> Data() => new("--data")
    {
        Description = "Use the embedded stores (folder and SQLite) of this directory.",
        HelpName = "DIR",
    };
}

using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>Names of model series, such as "Arbor 320".</summary>
internal static class ModelNames
{
    private static readonly string[] Words =
    [
        "Arbor", "Boreal", "Cirrus", "Delta", "Ember", "Fjord", "Grove", "Harbor", "Iris", "Juno", "Karst", "Lumen",
        "Mistral", "Nova", "Orbit", "Prisma", "Quartz", "Ridge", "Sierra", "Tide", "Umbra", "Vento", "Willow", "Zenit",
    ];

    private static readonly string[] Suffixes = ["", "", "", " Pro", " Lite", " II", " Go"];

    /// <summary>A name that no earlier model of the set has.</summary>
    public static string Draw(HashSet<string> taken, SeededRandom random)
    {
        while (true)
        {
            var word = Words[random.NextInt32(Words.Length)];
            var number = random.NextInt32(1, 99) * 10;
            var name = string.Create(CultureInfo.InvariantCulture, $"{word} {number}{Suffixes[random.NextInt32(Suffixes.Length)]}");
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}

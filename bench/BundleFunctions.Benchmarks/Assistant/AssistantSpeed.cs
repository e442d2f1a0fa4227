using System.Globalization;
using BundleFunctions.Assistant;
using BundleFunctions.Assistant.Retrieval;
using BundleFunctions.Assistant.Understanding;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Catalogue;
using BundleFunctions.DemoShop;

namespace BundleFunctions.Benchmarks.Assistant;

/// <summary>The assistant's index of a large demo shop, and what understanding a question costs. Argument: products (default 200,000). Prints these, what the
/// building took and held, and for each question the mean of two hundred, in processor time.</summary>
internal static class AssistantSpeed
{
    private const int Rounds = 200;

    private static readonly string[] Questions =
    [
        "What goes with the Casa Brila Harbor 110 Chef's Knife?", "a camping set for four people under 200 euros", "black backpack",
        "有没有便宜一点的咖啡机套装", "两百块以内送爸爸的生日礼物",
        "Where is my order?", string.Concat(Enumerable.Repeat("a black camera bag and a tent ", 33)),
    ];

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var shop = DemoShopGenerator.Generate(new DemoShopOptions { Products = count });
        var snapshot = new CatalogueSnapshot("any", isDerived: false, shop.Products);

        // The first building also pays for the code's own compilation.
        CatalogueIndexer.Build(snapshot.Products, 1000, default);
        CatalogueIndex? index = null;
        var seconds = Measured.CpuSeconds(() => index = CatalogueIndexer.Build(snapshot.Products, int.MaxValue, default));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count}\tbuild {seconds:0.00} s\tindex {index!.Bytes / 1048576.0:0.0} MiB\tpeak {Measured.PeakMebibytes():0} MiB"));
        var vocabulary = Vocabulary.For(new AssistantShopOptions());
        foreach (var question in Questions)
        {
            UnderstoodQuestion Read() => QuestionReader.Read(question, PhraseBook.English, snapshot, index, vocabulary);
            var understood = Read();
            var all = Measured.CpuSeconds(() =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    Read();
                }
            });
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{understood.Intent}\thits {understood.Hits.Count}\t{1000 * all / Rounds:0.00} ms\t{question[..Math.Min(48, question.Length)]}"));
        }

        return 0;
    }
}

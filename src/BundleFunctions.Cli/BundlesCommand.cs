using System.CommandLine;
using BundleFunctions.Cli.Commands;

namespace BundleFunctions.Cli;

/// <summary>The <c>bundles</c> command.</summary>
public static class BundlesCommand
{
    private const string Description = """
        Operates BundleFunctions: takes a shop's files in, trains, and makes keys.

        Which stores are used stands in the environment (Stores__Directory, ShopStorage, Cosmos__Endpoint, ...), as for every host;
        --data DIR uses the embedded stores of that directory instead, for instance the .bundles that ./run makes.

        Exit codes: 0 done; 1 failed, nothing half-done counts; 2 wrong arguments or settings; 3 done, but some files were not taken in or some models not judged;
        130 stopped by Ctrl-C.
        """;

    /// <param name="output">For results and progress.</param>
    /// <param name="error">For what went wrong.</param>
    /// <param name="openInput">Opens standard input.</param>
    public static RootCommand Create(TextWriter output, TextWriter error, Func<Stream> openInput)
    {
        var runner = new CommandRunner(output, error);
        return new RootCommand(Description)
        {
            TrainCommand.Create(runner, openInput),
            IngestCommand.Create(runner),
            LakeCommand.Create(runner),
            HygieneCommand.Create(runner),
            RejectsCommand.Create(runner),
            CatalogueCommand.Create(runner),
            ModelsCommand.Create(runner),
            JobsCommand.Create(runner),
            KeysCommand.Create(runner),
            PrivacyCommand.Create(runner),
            EvaluateCommand.Create(runner),
            TuneCommand.Create(runner),
            ReportCommand.Create(runner),
            PlanCommand.Create(runner),
            SegmentsCommand.Create(runner),
            AudienceCommand.Create(runner),
            ExperimentsCommand.Create(runner),
            DemoCommand.Create(runner),
            DoctorCommand.Create(runner),
            DocumentsCommand.Create(runner),
            MigrateCommand.Create(runner),
            BackupCommand.Create(runner),
            CostsCommand.Create(runner),
        };
    }
}

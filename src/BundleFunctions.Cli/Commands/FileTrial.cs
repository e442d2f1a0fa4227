using BundleFunctions.Intake;
using BundleFunctions.Intake.Trial;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary>Tells what would become of files, and writes nothing.</summary>
internal sealed class FileTrial(IServiceProvider services, ConsoleLines lines) : FileIngest(lines)
{
    private readonly IntakeTrial _trial = new(
        services.GetRequiredService<IBlobStore>(),
        services.GetRequiredService<Pseudonymizer>(),
        services.GetRequiredService<ICsvRows>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<IParquetRows>());

    /// <inheritdoc/>
    protected override string Done => "Nothing was written. ";

    /// <inheritdoc/>
    public override Task UseMapAsync(ShopId shop, bool events, string name, ReadOnlyMemory<byte>? own, CancellationToken cancellationToken) =>
        _trial.UseMapAsync(shop, events, name, own, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<IngestOutcome> IngestAsync(IngestFile file, Action<int> read, CancellationToken cancellationToken)
    {
        Stream Open() => new MeteredStream(file.File.OpenRead(), read);
        return IsCatalogue(file)
            ? IngestOutcome.Of(await _trial.TryProductsAsync(file.Blob, file.File.Length, Open, cancellationToken))
            : IngestOutcome.Of(await _trial.TryEventsAsync(file.Blob, file.File.Length, Open, cancellationToken));
    }
}

using BundleFunctions.Associations;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Evaluation.Reports;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Runs;

/// <summary>The files of a model besides its associations: what it has learned, and how it won.</summary>
internal sealed class ModelFolder : IAsyncDisposable
{
    private readonly List<StagedFile> _files = [];

    public IReadOnlyList<StagedFile> Files => _files;

    public static async Task<ModelFolder> StageAsync(IRecommender served, ContestResult result, CancellationToken cancellationToken)
    {
        var folder = new ModelFolder();
        try
        {
            await folder.AddAsync(ModelFiles.Arrays, stream => ModelArraysFile.Write(served.Save(), stream), cancellationToken);
            await folder.AddAsync(ModelFiles.Validation, stream => ReportJson.Write(result.Validation, stream), cancellationToken);
            await folder.AddAsync(ModelFiles.Evaluation, stream => ReportJson.Write(result.Test, stream), cancellationToken);
            await folder.AddAsync(ModelFiles.EvaluationPage, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(ReportPage.Write(result.Test))), cancellationToken);
            return folder;
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files)
        {
            await file.DisposeAsync();
        }
    }

    private async Task AddAsync(string name, Action<Stream> write, CancellationToken cancellationToken) =>
        _files.Add(await StagedFile.WriteAsync(
            name,
            stream =>
            {
                write(stream);
                return Task.CompletedTask;
            },
            cancellationToken));
}

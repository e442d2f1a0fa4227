using BundleFunctions.Associations;
using BundleFunctions.Audiences;
using BundleFunctions.Profiles;
using BundleFunctions.Ranking;
using BundleFunctions.Scoring;
using BundleFunctions.Segments;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation.Reports;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Users;

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

    /// <summary>Adds what answers sessions: the network that won the contest on them, or else the one that serves, where it is one.</summary>
    /// <param name="report">How models did on sessions; null where nothing was asked about them.</param>
    public async Task AddSessionsAsync(
        ISessionNetwork? won, ProductIndex? wonProducts, ISessionNetwork? serves, ProductIndex servedProducts, EvaluationReport? report, CancellationToken cancellationToken)
    {
        if (report is not null)
        {
            await AddAsync(ModelFiles.SessionEvaluation, stream => ReportJson.Write(report, stream), cancellationToken);
        }

        var (network, products) = won is { Kind: not null } ? (won, wonProducts!) : (serves, servedProducts);
        if (network is { Kind: { } kind })
        {
            var card = new SessionCard(kind, network.Length, network.Actions, products.All);
            await AddAsync(ModelFiles.SessionCard, card.Write, cancellationToken);
            await AddAsync(ModelFiles.SessionNetwork, stream => stream.Write(network.Network), cancellationToken);
        }
    }

    /// <summary>Adds the learned order of bundles; nothing where the published order serves.</summary>
    public async Task AddOrderAsync(BundleRanker? ranker, CancellationToken cancellationToken)
    {
        if (ranker is not null)
        {
            await AddAsync(ModelFiles.Ranker, stream => RankerFile.Write(ranker, stream), cancellationToken);
        }
    }

    /// <summary>Adds what users are recommended; nothing where there are none.</summary>
    public async Task AddUsersAsync(IReadOnlyList<UserRecommendation> users, CancellationToken cancellationToken)
    {
        if (users.Count > 0)
        {
            await AddAsync(ModelFiles.Users, stream => UserLines.Write(users, stream), cancellationToken);
        }
    }

    /// <summary>Adds what is known of persons; nothing where there are none.</summary>
    public async Task AddProfilesAsync(IReadOnlyList<UserProfile> profiles, CancellationToken cancellationToken)
    {
        if (profiles.Count > 0)
        {
            await AddAsync(ModelFiles.Profiles, stream => ProfileFiles.Write(profiles, stream), cancellationToken);
        }
    }

    /// <summary>Adds how users are alike, and how they answer to offers; nothing where that was not learned.</summary>
    public async Task AddAudiencesAsync(SegmentTable? segments, ResponseModel? response, CancellationToken cancellationToken)
    {
        if (segments is not null)
        {
            await AddAsync(ModelFiles.Segments, stream => SegmentFiles.Write(segments, stream), cancellationToken);
        }

        if (response is not null)
        {
            await AddAsync(ModelFiles.Response, stream => ResponseFiles.Write(response, stream), cancellationToken);
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

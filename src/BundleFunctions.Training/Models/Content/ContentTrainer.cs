using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Makes <see cref="ContentModel"/> of the catalogue (<see cref="TrainingData.Content"/>); rows are not read.</summary>
public sealed class ContentTrainer : IRecommenderTrainer
{
    private readonly ContentOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ContentTrainer(ContentOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public string Name => ContentModel.ModelName;

    /// <inheritdoc/>
    public string Fingerprint => _options.Fingerprint;

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var content = data.Content.Count > 0 ? data.Content : Enumerable.Repeat(ItemContent.Unknown, data.Items).ToArray();
        var fields = _options.Fields.Where(field => field.Value > 0).ToArray();
        var matrices = new (SparseMatrix Questions, SparseMatrix Answers)[fields.Length];
        Parallel.For(0, fields.Length, context.Parallel(cancellationToken), f => matrices[f] = FieldMatrices.Of(content, fields[f].Key, _options));
        return new ContentModel(
            Fingerprint,
            SideBySide.Of([.. matrices.Select((field, f) => (field.Questions, fields[f].Value))], data.Items),
            SideBySide.Of([.. matrices.Select(field => (field.Answers, 1.0))], data.Items));
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var (questions, answers) = (arrays.Sparse("questions"), arrays.Sparse("answers"));
        return questions.Rows == answers.Rows && questions.Columns == answers.Columns
            ? new ContentModel(arrays.Fingerprint, questions, answers)
            : throw new InvalidModelException(
                $"Model 'content' has {questions.Rows} x {questions.Columns} questions and {answers.Rows} x {answers.Columns} answers.");
    }
}

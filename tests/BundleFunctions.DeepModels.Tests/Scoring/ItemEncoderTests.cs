using BundleFunctions.DeepModels.Folders;
using BundleFunctions.DeepModels.Networks;
using BundleFunctions.DeepModels.Tensors;
using BundleFunctions.Scoring;
using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Tests.Scoring;

public sealed class ItemEncoderTests
{
    // As the trainer does: the last, which of a path are the narrowest. A number that it has never seen would be out of the network's table.
    [Fact]
    public void Run_MoreCategoriesThanThereIsRoomFor_TellsTheLast()
    {
        var items = ItemTensors.Of([ItemContent.Of("deep", "a > b > c > d"), ItemContent.Of("flat", "z")], vocabulary: null);
        using var network = new Echo(width: 2);

        var (source, target) = ItemEncoder.Run(Manifest(width: 2), network, items, CancellationToken.None);

        source.ShouldBe([3, 4, 5, 0]);
        target.ShouldBe(source);
    }

    private static ModelFolderManifest Manifest(int width) => new(
        "bundles-model", 1, "multimodal", "item", 2, 0, 17, [new("categories", "int64", [-1, width])],
        [new("source", "float32", [-1, width]), new("target", "float32", [-1, width])], "", 0, "cpu", 0, []);

    /// <summary>Answers with what it was told.</summary>
    private sealed class Echo(int width) : TensorModel
    {
        public override IReadOnlyList<TensorSpec> Inputs { get; } = [new("categories", TensorElement.Int64, width)];

        public override IReadOnlyList<TensorSpec> Outputs { get; } = [new("source", TensorElement.Float32, width), new("target", TensorElement.Float32, width)];

        public override TensorCall NewCall(int rows) => new Call(rows, width);

        protected override void Dispose(bool disposing)
        {
        }

        private sealed class Call(int rows, int width) : TensorCall
        {
            private readonly long[] _told = new long[rows * width];

            private float[] _answer = [];

            public override int Rows => rows;

            public override Span<long> Longs(int input) => _told;

            public override Span<float> Floats(int input) => throw new NotSupportedException();

            public override void Run() => _answer = Array.ConvertAll(_told, number => (float)number);

            public override ReadOnlySpan<float> Output(int output) => _answer;

            protected override void Dispose(bool disposing)
            {
            }
        }
    }
}

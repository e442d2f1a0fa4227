using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Tensors;
using BundleFunctions.DeepModels.Tests.Folders;

namespace BundleFunctions.DeepModels.Tests.Tensors;

public sealed class NpyTests
{
    [Fact]
    public void Write_TwoDimensions_HasTheHeaderThatNumPyWrites()
    {
        var bytes = TrainedFolder.Npy(new long[6], 2, 3);

        bytes.Length.ShouldBe(128 + 48);
        Encoding.ASCII.GetString(bytes, 10, 118).TrimEnd().ShouldBe("{'descr': '<i8', 'fortran_order': False, 'shape': (2, 3,), }");
        bytes[..8].ShouldBe([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]);
        bytes[127].ShouldBe((byte)'\n');
    }

    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        var read = NpyArray.Read(TrainedFolder.Npy([1.5f, float.MinValue, -0f], 3), "x");

        read.Shape.ShouldBe([3]);
        read.Values.ShouldBe(new[] { 1.5f, float.MinValue, -0f });
    }

    [Theory]
    [InlineData("<f8")]
    [InlineData(">i8")]
    public void Read_OtherElements_IsRefused(string descr)
    {
        var bytes = TrainedFolder.Npy(new long[2], 2);
        Encoding.ASCII.GetBytes(descr).CopyTo(bytes, 10 + "{'descr': '".Length);

        Should.Throw<InvalidModelException>(() => NpyArray.Read(bytes, "x.npy")).Message.ShouldContain(descr);
    }
}

using BundleFunctions.Associations;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Tests.Models;

public sealed class ModelArraysFileTests
{
    private static readonly ModelArrays Sample = new ModelArrays("sample", "rank=2 seed=1")
        .Add("b.factors", new[] { 1.5f, -2f, float.Epsilon }).Add("a.ids", new[] { 3, 1 }).Add("c", new[] { long.MinValue })
        .Add("d", new[] { Math.PI }).Add("e", new byte[] { 7 }).Add("empty", Array.Empty<int>());

    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        var read = Read(Bytes(Sample));
        (read.Model, read.Fingerprint).ShouldBe(("sample", "rank=2 seed=1"));
        read.All.Keys.ShouldBe(["a.ids", "b.factors", "c", "d", "e", "empty"]);
        read.Floats("b.factors").ShouldBe([1.5f, -2f, float.Epsilon]);
        read.Ints("a.ids").ShouldBe([3, 1]);
        read.Longs("c").ShouldBe([long.MinValue]);
        read.Doubles("d").ShouldBe([Math.PI]);
        read.Bytes("e").ShouldBe(new byte[] { 7 });
        read.Ints("empty").ShouldBeEmpty();
    }

    [Fact]
    public void Read_AnyByteChanged_Refuses()
    {
        var bytes = Bytes(Sample);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x10;
            Should.Throw<InvalidModelException>(() => Read(damaged), $"byte {i}");
        }
    }

    [Fact]
    public void Read_CutShortAnywhere_Refuses()
    {
        var bytes = Bytes(Sample);
        for (var length = 0; length < bytes.Length; length++)
        {
            Should.Throw<InvalidModelException>(() => Read(bytes[..length]), $"{length} bytes");
        }
    }

    [Fact]
    public void Floats_OfAnIntArrayOrNone_SaysSo()
    {
        Should.Throw<InvalidModelException>(() => Sample.Floats("a.ids")).Message.ShouldContain("holds Int32; expected Single");
        Should.Throw<InvalidModelException>(() => Sample.Floats("z")).Message.ShouldContain("no array 'z'");
    }

    private static ModelArrays Read(byte[] bytes) => ModelArraysFile.Read(new MemoryStream(bytes), bytes.Length);

    private static byte[] Bytes(ModelArrays model)
    {
        using var file = new MemoryStream();
        ModelArraysFile.Write(model, file);
        return file.ToArray();
    }
}

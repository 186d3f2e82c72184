namespace ProtoGen.Build.Tests;

public sealed class IncrementalTests : IDisposable
{
    private const string Header = "syntax = \"proto3\"; package p;\n";

    // c imports b; a has no imports and is not imported.
    private readonly TaskProject _project = new TaskProject()
        .Add("a.proto", Header + "message A { int32 id = 1; }")
        .Add("b.proto", Header + "message B { int32 id = 1; }")
        .Add("c.proto", Header + "import \"b.proto\"; message C { B b = 1; }");

    public IncrementalTests() => _project.Run();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void NothingIsWrittenIfNothingChanged()
    {
        Assert.Empty(_project.RunAndGetWritten());
        Assert.Equal(["obj/A.cs", "obj/B.cs", "obj/C.cs"], _project.Run().Files);
    }

    [Fact]
    public void ChangedFileAloneIsWrittenIfItsImportersStayTheSame() =>
        Assert.Equal(["obj/B.cs"], _project.Write("b.proto", Header + "message B { int32 id = 1; int32 more = 2; }").RunAndGetWritten());

    [Fact]
    public void FileReplacedByAnOlderOneOfTheSameLengthIsWritten()
    {
        _project.Write("a.proto", Header + "message A { int32 no = 1; }");
        File.SetLastWriteTimeUtc(_project.PathOf("a.proto"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["obj/A.cs"], _project.RunAndGetWritten());
    }

    [Fact]
    public void AddedSourceWithAPartOfAClassWritesTheClass() => Assert.Equal(
        ["obj/A.cs"],
        _project.AddSource("Part.cs", "namespace P; partial class A : Base { } class Base { }").RunAndGetWritten());

    [Fact]
    public void ImporterIsWrittenIfTheImportedTypeChangesItsName() => Assert.Equal(
        ["obj/B.cs", "obj/C.cs"],
        _project.Write("b.proto", Header + "option csharp_namespace = \"Elsewhere\"; message B { }").RunAndGetWritten());

    [Fact]
    public void ChangeInAFileThatIsOnlyImportedWritesItsImporters()
    {
        using var project = new TaskProject()
            .AddImportable("x.proto", Header + "message X { }")
            .Add("y.proto", Header + "import \"x.proto\"; message Y { X x = 1; }");
        Assert.Equal(["obj/Y.cs"], project.Run().Files);
        project.Write("x.proto", Header + "option csharp_namespace = \"Elsewhere\"; message X { }");
        Assert.Equal(["obj/Y.cs"], project.RunAndGetWritten());
        Assert.Contains("global::Elsewhere.X", project.Read("obj/Y.cs"));
    }

    [Fact]
    public void AddedFileDoesNotRewriteOthers() =>
        Assert.Equal(["obj/D.cs"], _project.Add("d.proto", Header + "message D { }").RunAndGetWritten());

    [Fact]
    public void AddedFileIsFoundByAnImportThatWasMissing()
    {
        _project.Add("user.proto", Header + "import \"late.proto\"; message User { Late late = 1; }").Run();
        Assert.DoesNotContain("Late Late", _project.Read("obj/User.cs"));
        _project.Add("late.proto", Header + "message Late { }").Run();
        Assert.Contains("Late Late", _project.Read("obj/User.cs"));
    }

    [Fact]
    public void OutputOfARemovedFileIsDeleted()
    {
        Assert.Equal(["obj/B.cs", "obj/C.cs"], _project.Remove("a.proto").Run().Files);
        Assert.False(File.Exists(_project.PathOf("obj/A.cs")));
    }

    [Fact]
    public void ChangedMetadataWritesThatFileOnly()
    {
        _project.Add("a.proto", Header + "message A { int32 id = 1; }", ("Access", "Internal"));
        Assert.Equal(["obj/A.cs"], _project.RunAndGetWritten());
    }

    [Fact]
    public void ChangedPropertyWritesAllFilesThatDependOnIt() =>
        Assert.Equal(["obj/A.cs", "obj/B.cs", "obj/C.cs"], _project.WithProperty("ProtoGenNullable", "true").RunAndGetWritten());

    [Fact]
    public void DeletedOutputIsWrittenAgain()
    {
        File.Delete(_project.PathOf("obj/A.cs"));
        Assert.Equal(["obj/A.cs"], _project.RunAndGetWritten());
    }

    [Fact]
    public void OutputThatABuildHookEditedKeepsTheEditUntilItsTextChanges()
    {
        File.AppendAllText(_project.PathOf("obj/B.cs"), "// edited");
        _project.Write("a.proto", Header + "message A { }").Run();
        Assert.EndsWith("// edited", _project.Read("obj/B.cs"));
        _project.Write("b.proto", Header + "message B { }").Run();
        Assert.DoesNotContain("// edited", _project.Read("obj/B.cs"));
    }

    [Fact]
    public void UnreadableStateCausesFullRun()
    {
        File.WriteAllText(_project.PathOf("obj/App.ProtoGen.cache"), "nonsense");
        Assert.Empty(_project.RunAndGetWritten());
    }

    [Fact]
    public void PartialRunsGiveTheSameFilesAsAFullRun()
    {
        var random = new Random(20260101);
        const int count = 12;
        using var project = new TaskProject();
        for (var step = 0; step < 25; step++)
        {
            var changed = random.Next(count);
            if (step > count && random.Next(4) == 0) project.Remove($"m{changed}.proto");
            else project.Add($"m{changed}.proto", CreateText(changed, random));
            var run = project.Run();
            var partial = run.Files.ToDictionary(file => file, project.Read);
            File.Delete(project.PathOf("obj/App.ProtoGen.cache"));
            foreach (var file in run.Files) File.Delete(project.PathOf(file));
            Assert.Equal(partial, project.Run().Files.ToDictionary(file => file, project.Read));
        }
    }

    // Files import only files with a smaller number, and may import files that do not exist.
    private static string CreateText(int number, Random random)
    {
        var imported = Enumerable.Range(0, number).Where(_ => random.Next(3) == 0).ToArray();
        var imports = string.Concat(imported.Select(other => $"import {(random.Next(2) == 0 ? "public " : "")}\"m{other}.proto\";\n"));
        var fields = string.Concat(imported.Select((other, index) => $"  M{other} f{other} = {index + 1};\n"));
        var scope = random.Next(3) == 0 ? $"option csharp_namespace = \"N{random.Next(3)}\";\n" : "";
        return $"{Header}{imports}{scope}message M{number} {{\n{fields}}}\n";
    }
}

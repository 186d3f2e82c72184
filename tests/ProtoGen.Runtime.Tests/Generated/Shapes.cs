using System.Reflection;

namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>The messages of Protos/, which have a field of every shape, by both generators.</summary>
public static class Shapes
{
    private static readonly Lazy<ProtoSource[]> Sources = new(() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".proto", StringComparison.Ordinal))
            .Select(name => new ProtoSource(name, Read(name))),
    ]);

    private static readonly Lazy<GeneratedCode> LazyOurs = new(() => GeneratedCode.Load("Ours", OurCode.Generate(Sources.Value)));

    private static readonly Lazy<GeneratedCode> LazyTheirs = new(() => GeneratedCode.Load("Theirs", Protoc.GenerateCSharp(Sources.Value)));

    public static GeneratedCode Ours => LazyOurs.Value;

    public static GeneratedCode Theirs => LazyTheirs.Value;

    /// <summary>The names of all messages, in C#.</summary>
    public static TheoryData<string> Names => [.. Ours.Messages.Select(message => message.Name)];

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

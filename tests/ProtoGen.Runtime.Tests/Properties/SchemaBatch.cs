using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>Random schemas, each compiled to C# by protoc and by ProtoGen with and without its runtime.</summary>
internal sealed class SchemaBatch
{
    private const int Files = 16;

    private static readonly Lazy<SchemaBatch> LazyCurrent = new(() => new SchemaBatch(PropertySeed.Value));

    private SchemaBatch(int seed)
    {
        var random = new Random(seed);
        ProtoSource[] sources = [.. Enumerable.Range(0, Files).Select(index => RandomSchema.Create(index, random))];
        Theirs = GeneratedCode.Load("Properties.Theirs", Protoc.GenerateCSharp(sources));
        Ours = GeneratedCode.Load("Properties.Ours", OurCode.Generate(sources));
        Plain = GeneratedCode.Load("Properties.Plain", OurCode.Generate(sources, hasRuntime: false));
        Classes = [.. Theirs.Messages.OrderBy(message => message.Name, StringComparer.Ordinal)
            .Select(message => new MessageClasses(message, Ours.Message(message.Name), Plain.Message(message.Name)))];
        Extensions = Classes.SelectMany(type => ExtensionsOf(type.Theirs.Descriptor)).ToLookup(field => field.ExtendeeType.FullName);
    }

    /// <summary>Gets the batch of this run.</summary>
    public static SchemaBatch Current => LazyCurrent.Value;

    public GeneratedCode Theirs { get; }

    public GeneratedCode Ours { get; }

    public GeneratedCode Plain { get; }

    /// <summary>Gets the classes of all messages.</summary>
    public IReadOnlyList<MessageClasses> Classes { get; }

    /// <summary>Gets the extensions by the full names of the messages that they extend.</summary>
    public ILookup<string, FieldDescriptor> Extensions { get; }

    /// <summary>Returns the extensions of a message that its own file declares.</summary>
    public static IEnumerable<FieldDescriptor> ExtensionsOf(MessageDescriptor message) =>
        message.File.Extensions.UnorderedExtensions.Concat(message.File.MessageTypes.SelectMany(Nested))
            .Where(extension => extension.ExtendeeType == message);

    private static IEnumerable<FieldDescriptor> Nested(MessageDescriptor message) =>
        message.Extensions.UnorderedExtensions.Concat(message.NestedTypes.SelectMany(Nested));
}

/// <summary>The classes of one message: protoc's, ProtoGen's with ProtoGen.Runtime, and ProtoGen's with only Google.Protobuf.</summary>
internal sealed record MessageClasses(GeneratedMessage Theirs, GeneratedMessage Ours, GeneratedMessage Plain)
{
    /// <summary>Gets ProtoGen's two classes.</summary>
    public IEnumerable<GeneratedMessage> BothOurs => [Ours, Plain];

    /// <summary>
    /// Gets whether this Google.Protobuf cannot derive the presence of the file's fields from protoc's descriptor, so that its JSON is not
    /// comparable.
    /// </summary>
    public bool IsOfEdition => Theirs.Descriptor.File.ToProto().Syntax == "editions";

    public override string ToString() => Theirs.Name;
}

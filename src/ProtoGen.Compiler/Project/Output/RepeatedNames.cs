using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>Finds types and methods that a file defines twice.</summary>
/// <remarks>protoc reports them. If both were generated, the C# compiler would report each of their members as well.</remarks>
internal static class RepeatedNames
{
    /// <summary>Returns whether the file defines a type or method twice.</summary>
    public static bool Exist(FileDescriptor file) =>
        Repeat(file.Messages.Concat<Descriptor>(file.Enums).Concat(file.Services))
        || file.Messages.Any(Exist)
        || file.Services.Any(service => Repeat(service.Methods));

    private static bool Exist(MessageDescriptor message) =>
        Repeat(message.Messages.Concat<Descriptor>(message.Enums)) || message.Messages.Any(Exist);

    private static bool Repeat(IEnumerable<Descriptor> descriptors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return descriptors.Any(descriptor => !names.Add(descriptor.Name));
    }
}

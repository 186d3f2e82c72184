using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>Describes generated classes to Google.Protobuf's reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MessageInfo
{
    // The members that Google.Protobuf accesses by reflection. Its newer versions declare them at the constructor of GeneratedClrTypeInfo;
    // the version that this project compiles against does not.
    private const DynamicallyAccessedMemberTypes ReflectedMembers =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods
        | DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties;

    /// <summary>Builds the descriptor of a file.</summary>
    /// <param name="descriptor">The serialized descriptor.</param>
    /// <param name="dependencies">The descriptors of the imported files.</param>
    /// <param name="types">The generated classes.</param>
    public static FileDescriptor BuildFile(byte[] descriptor, FileDescriptor[] dependencies, GeneratedClrTypeInfo types) =>
#if NET
        DeferredAccessor.TryBuild(descriptor, dependencies, types) ??
#endif
        FileDescriptor.FromGeneratedCode(descriptor, dependencies, types);

    /// <summary>Describes a message.</summary>
    /// <param name="fields">The names of the properties, separated by commas; null if there are none.</param>
    /// <param name="oneofs">The names of the oneofs' properties, separated by commas.</param>
    /// <param name="enums">The nested enums.</param>
    /// <param name="extensions">The nested extensions.</param>
    /// <param name="messages">The nested messages.</param>
    /// <typeparam name="T">The class.</typeparam>
    // For the C# compiler and for the just-in-time compiler one call and one string are cheaper than arrays of names, by more than
    // splitting the string costs.
    public static GeneratedClrTypeInfo Of<[DynamicallyAccessedMembers(ReflectedMembers)] T>(
        string? fields = null, string? oneofs = null, Type[]? enums = null, Extension[]? extensions = null,
        GeneratedClrTypeInfo[]? messages = null)
        where T : Message<T>, new() =>
        new(typeof(T), Message<T>._Parser, fields?.Split(','), oneofs?.Split(','), enums, extensions, messages);
}

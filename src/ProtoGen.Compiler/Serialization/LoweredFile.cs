using System.Runtime.CompilerServices;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Serialization;

/// <summary>
/// Rewrites a file with an edition as proto2 or proto3 with the same behavior, for runtimes that do not support editions.
/// </summary>
/// <remarks>
/// The file becomes proto3 if it contains a field without presence, which proto2 cannot express. All other scalar fields are then
/// <c>optional</c>, each in its own synthetic oneof.
/// </remarks>
public sealed class LoweredFile
{
    private static readonly ConditionalWeakTable<FileDescriptor, LoweredFile> Files = new();

    private LoweredFile(bool isProto3) => IsProto3 = isProto3;

    /// <summary>Gets whether the file is rewritten as proto3 instead of proto2.</summary>
    public bool IsProto3 { get; }

    /// <summary>Returns the rewritten form of a file; null if the file is already proto2 or proto3.</summary>
    public static LoweredFile? Of(FileDescriptor file) =>
        file.Edition < Edition.Edition2023 ? null : Files.GetValue(file, key => new LoweredFile(key.Messages.Any(HasImplicitField)));

    /// <summary>Returns whether a field becomes <c>optional</c> in proto3.</summary>
    public bool IsProto3Optional(FieldDescriptor field) =>
        IsProto3 && field is { IsExtension: false, HasPresence: true, ContainingOneof: null } && !field.IsMessageOrGroup
        && !field.ContainingType.IsMapEntry;

    /// <summary>
    /// Returns the names of the synthetic oneofs that are added to a message, one for each field that becomes <c>optional</c>.
    /// </summary>
    public IReadOnlyList<string> GetSyntheticOneofs(MessageDescriptor message)
    {
        if (!message.Fields.Any(IsProto3Optional)) return [];
        var taken = new HashSet<string>(message.Fields.Select(field => field.Name).Concat(message.Oneofs.Select(oneof => oneof.Name)));
        var names = new List<string>();
        foreach (var field in message.Fields)
        {
            if (IsProto3Optional(field)) names.Add(NamingRules.SyntheticOneof(field.Name, taken));
        }

        return names;
    }

    private static bool HasImplicitField(MessageDescriptor message) =>
        (!message.IsMapEntry && message.Fields.Any(field => !field.IsRepeated && !field.HasPresence))
            || message.Messages.Any(HasImplicitField);
}

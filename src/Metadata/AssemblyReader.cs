using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.References;

namespace ProtoGen.Metadata;

/// <summary>Reads the facts about an assembly on which generated code depends.</summary>
/// <remarks>It is compiled into both hosts, because ProtoGen.Compiler does not read assemblies.</remarks>
internal static class AssemblyReader
{
    private const string FriendAttribute = "InternalsVisibleToAttribute";

    /// <summary>Returns the facts about an assembly; null if it has nothing to do with Protocol Buffers.</summary>
    public static ReferencedAssembly? Read(MetadataReader reader)
    {
        if (!reader.IsAssembly) return null;
        var definition = reader.GetAssemblyDefinition();
        var name = reader.GetString(definition.Name);
        if (!AssemblyNames.IsKnown(name) && !ReferencesProtobuf(reader)) return null;

        var types = new ReferencedTypes();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (!type.GetDeclaringType().IsNil) continue;
            var isPublic = (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public;
            var fullName = types.Add(reader.GetString(type.Namespace), reader.GetString(type.Name), isPublic);
            foreach (var nested in type.GetNestedTypes())
            {
                if ((reader.GetTypeDefinition(nested).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.NestedPublic)
                    types.AddNested(fullName, reader.GetString(reader.GetTypeDefinition(nested).Name), isPublic);
            }
        }

        return types.ToAssembly(name, definition.Version, ReadFriends(reader, definition));
    }

    /// <summary>Returns whether an assembly may contain generated messages.</summary>
    public static bool ReferencesProtobuf(MetadataReader reader)
    {
        foreach (var handle in reader.AssemblyReferences)
        {
            if (reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, AssemblyNames.GoogleProtobuf))
                return true;
        }

        return false;
    }

    /// <summary>Returns the distinct string literals of an assembly's code, in the order of their first use.</summary>
    public static IEnumerable<string> ReadLiterals(MetadataReader reader)
    {
        // The first entry of the heap is the empty string.
        for (var handle = reader.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = reader.GetNextHandle(handle))
            yield return reader.GetUserString(handle);
    }

    private static IEnumerable<string> ReadFriends(MetadataReader reader, AssemblyDefinition assembly)
    {
        foreach (var handle in assembly.GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference) continue;
            var parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            if (parent.Kind != HandleKind.TypeReference) continue;
            if (!reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)parent).Name, FriendAttribute)) continue;
            var value = reader.GetBlobReader(attribute.Value);
            value.ReadUInt16(); // Every attribute starts with a prolog.
            if (value.ReadSerializedString() is { } friend) yield return friend;
        }
    }
}

using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;

namespace ProtoGen.Compiler.Linking;

/// <summary>Copies the reserved names of messages and enums to their descriptors.</summary>
internal static class ReservedNames
{
    private const int MaxLength = 65535;

    /// <summary>Returns the names and reports those that are too long.</summary>
    internal static string[] Copy(LinkContext context, Descriptor element, List<string> names)
    {
        var result = MessageBuilder.NewArray<string>(names.Count);
        for (var i = 0; i < result.Length; i++)
        {
            if (names[i].Length > MaxLength) context.Report(LinkDiagnostics.ReservedNameTooLong, element, ErrorLocation.Name);
            result[i] = names[i];
        }

        return result;
    }
}

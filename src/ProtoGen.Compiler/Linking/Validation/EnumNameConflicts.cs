using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>
/// Finds enum values whose names differ only in case, underscores or the enum's name as a prefix. Many languages generate the same name for
/// them.
/// </summary>
internal sealed class EnumNameConflicts(LinkContext context)
{
    private readonly HashSet<int> _hashes = [];

    internal void Check(EnumDescriptor type)
    {
        var prefix = Fold(type.Name);
        if (MayConflict(type, prefix)) Compare(type, prefix);
    }

    /// <summary>Returns whether names may be equal.</summary>
    /// <remarks>It compares hashes without allocating, which suffices for nearly all enums.</remarks>
    private bool MayConflict(EnumDescriptor type, string prefix)
    {
        _hashes.Clear();
        foreach (var value in type.Values)
        {
            var hash = 17;
            var name = value.Name;
            for (var i = FindRest(name, prefix); i < name.Length; i++)
                if (name[i] != '_') hash = unchecked((hash * 31) + Ascii.ToLower(name[i]));
            if (!_hashes.Add(hash)) return true;
        }

        return false;
    }

    private void Compare(EnumDescriptor type, string prefix)
    {
        var values = new Dictionary<string, EnumValueDescriptor>();
        foreach (var value in type.Values)
        {
            var name = NamingRules.Pascal(value.Name, FindRest(value.Name, prefix));
            if (!values.TryGetValue(name, out var first)) values.Add(name, value);
            else if (first.Name != value.Name && first.Number != value.Number) Report(type, value, first);
        }
    }

    private void Report(EnumDescriptor type, EnumValueDescriptor value, EnumValueDescriptor first)
    {
        var isTolerated = context.File.Edition == Edition.Proto2
            && type.Options.GetBool(DescriptorFields.EnumOptions.DeprecatedLegacyJsonFieldConflicts);
        var kind = isTolerated ? LinkDiagnostics.LegacyEnumNameConflict : LinkDiagnostics.EnumNameConflict;
        context.ReportRepeated(kind, value, ErrorLocation.Name, first, value.Name, first.Name);
    }

    /// <summary>Returns the index after the prefix; 0 if the name does not begin with it or consists only of it.</summary>
    private static int FindRest(string name, string prefix)
    {
        int i = 0, matched = 0;
        for (; i < name.Length && matched < prefix.Length; i++)
        {
            if (name[i] == '_') continue;
            if (Ascii.ToLower(name[i]) != prefix[matched++]) return 0;
        }

        if (matched < prefix.Length) return 0;
        while (i < name.Length && name[i] == '_') i++;
        return i == name.Length ? 0 : i;
    }

    private static string Fold(string name)
    {
        var result = new char[name.Length];
        var length = 0;
        foreach (var c in name)
            if (c != '_') result[length++] = Ascii.ToLower(c);
        return new string(result, 0, length);
    }
}

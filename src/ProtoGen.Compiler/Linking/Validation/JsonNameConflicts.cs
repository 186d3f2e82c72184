using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Finds fields with the same JSON name, first among default names, then also among custom names.</summary>
internal sealed class JsonNameConflicts(LinkContext context)
{
    private readonly HashSet<int> _hashes = [];

    internal void Check(MessageDescriptor message)
    {
        if (!MayConflict(message) || message.Options.GetBool(DescriptorFields.MessageOptions.DeprecatedLegacyJsonFieldConflicts)) return;
        Check(message, useCustomNames: false);
        Check(message, useCustomNames: true);
    }

    /// <summary>Returns whether names may be equal.</summary>
    /// <remarks>It compares hashes of the names without underscores without allocating, which suffices for nearly all messages.</remarks>
    private bool MayConflict(MessageDescriptor message)
    {
        _hashes.Clear();
        foreach (var field in message.Fields)
        {
            if (field.HasJsonName) return true;
            var hash = 17;
            foreach (var c in field.Name)
                if (c != '_') hash = unchecked((hash * 31) + Ascii.ToLower(c));
            if (!_hashes.Add(hash)) return true;
        }

        return false;
    }

    private void Check(MessageDescriptor message, bool useCustomNames)
    {
        var names = new Dictionary<string, (FieldDescriptor Field, bool IsCustom)>();
        foreach (var field in message.Fields)
        {
            var name = NamingRules.Json(field.Name);
            var isCustom = useCustomNames && field.HasJsonName && field.JsonName != name;
            if (isCustom) name = field.JsonName;
            if (isCustom && LooksLikeExtension(name))
                context.Report(LinkDiagnostics.JsonNameBrackets, field, ErrorLocation.Name, field.Name, name);
            else if (!names.TryGetValue(name, out var first))
                names.Add(name, (field, isCustom));
            else if (!useCustomNames || isCustom || first.IsCustom)
                Report(message, field, name, isCustom, first.Field, first.IsCustom);
        }
    }

    private static bool LooksLikeExtension(string name) => name.Length > 0 && name[0] == '[' && name[name.Length - 1] == ']';

    private void Report(
        MessageDescriptor message, FieldDescriptor field, string name, bool isCustom, FieldDescriptor first, bool isFirstCustom)
    {
        var isTolerated = message.Features.JsonFormat == JsonFormat.LegacyBestEffort && !(isCustom && isFirstCustom);
        var kind = isTolerated ? LinkDiagnostics.LegacyJsonNameConflict : LinkDiagnostics.JsonNameConflict;
        context.ReportRepeated(kind, field, ErrorLocation.Name, first, Words(isCustom), field.Name, name, Words(isFirstCustom), first.Name);
    }

    private static string Words(bool isCustom) => isCustom ? "custom" : "default";
}

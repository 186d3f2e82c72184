using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.WellKnown;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Finds the fields that the parts of an option's name refer to.</summary>
internal sealed class OptionResolver(LinkContext context, OptionBindings bindings)
{
    /// <summary>
    /// Returns the types of an element's options message: from the loaded descriptor.proto, if any, and from the built-in one.
    /// </summary>
    /// <remarks>protoc uses the built-in one to distinguish known fields from unknown ones.</remarks>
    public OptionsType TypeOf(Descriptor element)
    {
        var name = OptionsTypes.NameFor(element);
        if (bindings.FindOptionsType(name) is { } known) return known;
        var builtIn = OptionsTypes.Find(IsBuiltIn ? context.File : context.BuiltIn.Value.File, name)!;
        var type = new OptionsType(context.Symbols.FindAnywhere(name).Descriptor as MessageDescriptor ?? builtIn, builtIn);
        bindings.AddOptionsType(type);
        return type;
    }

    /// <summary>Records the extensions that a message and its nested messages use.</summary>
    public void BindExtensions(WireReader message, MessageDescriptor type, int depth)
    {
        while (depth < WireReader.DepthLimit && message.ReadTag())
        {
            var field = FieldNumberLookup.Find(type, message.FieldNumber);
            if (field is null && context.Symbols.FindExtension(type, message.FieldNumber) is { } extension)
            {
                bindings.AddExtension(extension);
                // protoc marks imports as used only for extensions at the top level.
                if (depth == 0) context.Imports.MarkUsed(extension.File);
                field = extension;
            }

            if (field?.MessageType is { } nested) BindExtensions(message.ReadNested(), nested, depth + 1);
            else message.Skip();
        }
    }

    private bool IsBuiltIn =>
        context.File.Name == FileDescriptor.DescriptorProtoName
            && ReferenceEquals(WellKnownFiles.TryGet(FileDescriptor.DescriptorProtoName), context.Source);

    /// <summary>Resolves the parts of an option's name. Returns false and reports an error if a part cannot be resolved.</summary>
    public bool Resolve(OptionsToInterpret element, OptionNode option, OptionPath path)
    {
        var scope = TypeOf(element.Element).Imported;
        for (var i = 0; i < option.NameParts.Count; i++)
        {
            if (FindField(element, option, i, scope, path) is not { } field) return false;
            path.AddField(field);
            if (i == option.NameParts.Count - 1) break;
            if (field.MessageType is null) return Fail(element, option, OptionDiagnostics.PathThroughScalar, path.Text);
            if (field.IsRepeated) return Fail(element, option, OptionDiagnostics.PathThroughRepeated, path.Text);
            scope = field.MessageType;
        }

        return true;
    }

    private FieldDescriptor? FindField(OptionsToInterpret element, OptionNode option, int index, MessageDescriptor scope, OptionPath path)
    {
        var part = option.NameParts[index];
        context.Symbols.ClearHints();
        path.AddPart(part.IsExtension ? $"({part.Text})" : part.Text);
        var field = part.IsExtension
            ? context.Symbols.Lookup(part.Text, element.Element).Descriptor as FieldDescriptor
            : context.Symbols.FindField(scope, part.Text);
        if (field is null)
        {
            FailUnknown(element, option, path);
        }
        else if (field.ContainingType != scope)
        {
            Fail(element, option, OptionDiagnostics.NotOfMessage, path.Text, scope.Name);
        }
        else if (field.File == context.File && option.NameParts[0] is { IsExtension: false, Text: "features" })
        {
            Fail(element, option, OptionDiagnostics.FeatureOfSameFile, path.Text);
        }
        else
        {
            if (field.IsExtension) bindings.AddExtension(context.Symbols.FindExtension(scope, field.Number) ?? field);
            return field;
        }

        return null;
    }

    private void FailUnknown(OptionsToInterpret element, OptionNode option, OptionPath path)
    {
        if (context.Symbols.ResolvedButUndefined is { } undefined)
        {
            Fail(element, option, OptionDiagnostics.BoundToUndefined, path.Text, undefined, path.Text.Substring(1));
        }
        else
        {
            Fail(element, option, OptionDiagnostics.Unknown, path.Text);
        }
    }

    private bool Fail(OptionsToInterpret element, OptionNode option, DiagnosticKind kind, params string[] arguments)
    {
        context.Report(kind, element, option, ErrorLocation.OptionName, arguments);
        return false;
    }
}

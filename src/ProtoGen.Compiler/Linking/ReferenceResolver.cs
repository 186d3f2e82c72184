using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Symbols;

namespace ProtoGen.Compiler.Linking;

/// <summary>Resolves the names that a file's fields, extensions and methods use.</summary>
internal sealed class ReferenceResolver(LinkContext context)
{
    private readonly FieldLinker _fields = new(context);
    private readonly OneofLinker _oneofs = new(context);

    internal void Resolve()
    {
        foreach (var message in context.File.Messages) Link(message);
        foreach (var extension in context.File.Extensions) _fields.Link(extension);
        foreach (var service in context.File.Services)
            foreach (var method in service.Methods) Link(method);
    }

    private void Link(MessageDescriptor message)
    {
        foreach (var nested in message.Messages) Link(nested);
        foreach (var field in message.Fields) _fields.Link(field);
        foreach (var extension in message.Extensions) _fields.Link(extension);
        _oneofs.Link(message);
    }

    private void Link(MethodDescriptor method)
    {
        method.InputType = Resolve(method, method.Node.InputType.Text ?? "", ErrorLocation.InputType)!;
        method.OutputType = Resolve(method, method.Node.OutputType.Text ?? "", ErrorLocation.OutputType)!;
    }

    private MessageDescriptor? Resolve(MethodDescriptor method, string name, ErrorLocation where)
    {
        var found = context.Symbols.Lookup(name, method);
        if (found.IsNull)
        {
            UnresolvedNameReporter.Report(context, method, where, name);
            return context.Symbols.LookupAmongBroken(name, method, LookupMode.All).Descriptor as MessageDescriptor;
        }

        if (found.Descriptor is not MessageDescriptor message)
        {
            context.Report(LinkDiagnostics.NotMessage, method, where, name);
            return null;
        }

        if (!SymbolVisibilityRules.IsVisible(message, context.File))
            SymbolVisibilityRules.Report(context, message, method, where);
        return message;
    }
}

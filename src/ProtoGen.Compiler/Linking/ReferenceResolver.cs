using ProtoGen.Compiler.Descriptors.Symbols;
using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Binds the names that a file's fields, extensions and methods use.</summary>
internal sealed class CrossLinker(FileLinker linker)
{
    private readonly FieldLinker _fields = new(linker);
    private readonly OneofLinker _oneofs = new(linker);

    internal void Link()
    {
        foreach (var message in linker.File.Messages) Link(message);
        foreach (var extension in linker.File.Extensions) _fields.Link(extension);
        foreach (var service in linker.File.Services)
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
        var found = linker.Symbols.Lookup(name, method);
        if (found.IsNull)
        {
            NotDefined.Report(linker, method, where, name);
            return linker.Symbols.LookupAmongBroken(name, method, LookupMode.All).Descriptor as MessageDescriptor;
        }

        if (found.Descriptor is not MessageDescriptor message)
        {
            linker.Report(LinkDiagnostics.NotMessage, method, where, name);
            return null;
        }

        if (!SymbolVisibilityRules.IsVisible(message, linker.File))
            SymbolVisibilityRules.Report(linker, message, method, where);
        return message;
    }
}

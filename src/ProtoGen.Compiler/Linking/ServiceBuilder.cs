using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking;

/// <summary>Creates the descriptors of services and methods.</summary>
internal sealed class ServiceBuilder(LinkContext context, SymbolDeclarations symbols)
{
    internal ServiceDescriptor[] BuildAll(List<ServiceNode> nodes)
    {
        var result = MessageBuilder.NewArray<ServiceDescriptor>(nodes.Count);
        for (var i = 0; i < result.Length; i++) result[i] = Build(nodes[i]);
        return result;
    }

    private ServiceDescriptor Build(ServiceNode node)
    {
        var service = new ServiceDescriptor { Name = node.Name.Text, File = context.File, SourceNode = node };
        symbols.CheckName(service);
        symbols.Open(service);
        var methods = MessageBuilder.NewArray<MethodDescriptor>(node.Methods.Count);
        for (var i = 0; i < methods.Length; i++) methods[i] = Build(node.Methods[i], service);
        service.Methods = methods;
        context.QueueOptions(service, node.Options);
        symbols.Declare(service);
        return service;
    }

    private MethodDescriptor Build(MethodNode node, ServiceDescriptor service)
    {
        var method = new MethodDescriptor
        {
            Name = node.Name.Text,
            File = context.File,
            SourceNode = node,
            Service = service,
            ClientStreaming = node.ClientStreaming,
            ServerStreaming = node.ServerStreaming,
            Options = node.HasBlock ? OptionMessage.Blank : OptionMessage.Empty,
        };
        symbols.CheckName(method);
        context.QueueOptions(method, node.Options);
        symbols.Declare(method);
        return method;
    }
}

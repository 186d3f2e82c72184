using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>Builds the model of a file's services by grpc_csharp_plugin's rules.</summary>
public static class ServicesModelBuilder
{
    /// <summary>Returns the model of a file's services; null if it declares none.</summary>
    public static ServicesModel? Build(FileDescriptor file, ServicesOptions options)
    {
        if (file.Services.Count == 0) return null;
        var services = new ServiceModel[file.Services.Count];
        for (var i = 0; i < services.Length; i++) services[i] = BuildService(file.Services[i], i, options);
        return new ServicesModel
        {
            ProtoName = file.Name,
            Namespace = CSharpNames.Namespace(file),
            HeaderComments = HeaderComments(file),
            ReflectionClass = CSharpNames.Qualify(file, CSharpNames.ReflectionClass(file)),
            Services = new(services),
            Options = options.For(file),
        };
    }

    private static ServiceModel BuildService(ServiceDescriptor service, int index, ServicesOptions options)
    {
        var clientNames = new ClientNames(service);
        var marshallers = new Marshallers();
        var methods = new ServiceMethodModel[service.Methods.Count];
        for (var i = 0; i < methods.Length; i++) methods[i] = BuildMethod(service.Methods[i], marshallers, clientNames);
        return new ServiceModel
        {
            Name = CSharpNames.ServiceName(service, options.EmitServer),
            BaseName = CSharpNames.ServiceBaseName(service),
            ClientName = CSharpNames.ClientName(service),
            ClientInterfaceName = "I" + CSharpNames.ClientName(service),
            ProtoName = service.Name,
            FullName = service.FullName,
            Index = index,
            Marshallers = marshallers.InOrderOfUse(),
            Methods = new(methods),
            HasUserPart = options.PartialClasses.Any(name => IsPartOf(service, name, options)),
            IsObsolete = service.IsDeprecated,
            Comment = CSharpModelBuilder.Comment(service),
        };
    }

    /// <summary>Returns whether a class is the one of a service or is nested in it.</summary>
    /// <param name="service">The service.</param>
    /// <param name="className">The full name of the class, without <c>global::</c> and escapes.</param>
    /// <param name="options">The options of the service's file.</param>
    public static bool IsPartOf(ServiceDescriptor service, string className, ServicesOptions options)
    {
        var typeName = CSharpNames.Qualify(service.File, CSharpNames.ServiceName(service, options.EmitServer));
        return (className + ".").StartsWith(CSharpNames.Unescape(typeName) + ".", StringComparison.Ordinal);
    }

    private static ServiceMethodModel BuildMethod(MethodDescriptor method, Marshallers marshallers, ClientNames clientNames)
    {
        var kind = (method.ClientStreaming, method.ServerStreaming) switch
        {
            (false, false) => MethodKind.Unary,
            (true, false) => MethodKind.ClientStreaming,
            (false, true) => MethodKind.ServerStreaming,
            (true, true) => MethodKind.DuplexStreaming,
        };
        var clientName = clientNames.Get(method);
        return new ServiceMethodModel
        {
            ProtoName = method.Name,
            Name = Identifiers.Escape(method.Name),
            ClientName = clientName,
            AsyncName = kind == MethodKind.Unary ? method.Name + "Async" : clientName,
            FieldName = "__Method_" + method.Name,
            Kind = kind,
            Request = marshallers.Of(method.InputType),
            Response = marshallers.Of(method.OutputType),
            IsObsolete = method.IsDeprecated,
            Comment = CSharpModelBuilder.Comment(method),
        };
    }

    /// <summary>Returns the comments above the syntax statement, which the descriptor attaches to the file.</summary>
    private static EquatableArray<string> HeaderComments(FileDescriptor file)
    {
        var comments = new List<string>(file.LeadingDetachedComments);
        if (file.LeadingComments is { } leading) comments.Add(leading);
        return new([.. comments]);
    }
}

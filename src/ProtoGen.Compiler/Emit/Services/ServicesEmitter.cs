using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes <c>X.Grpc.g.cs</c>: the base class and client of each service.</summary>
public static class ServicesEmitter
{
    /// <summary>Returns the C# of a file's services.</summary>
    public static string Emit(ServicesModel model)
    {
        using var writer = new CodeWriter();
        WriteHeader(writer, model);
        if (model.Namespace.Length > 0) writer.OpenBlock($"namespace {model.Namespace}");
        foreach (var service in model.Services) WriteService(writer, model, service);
        if (model.Namespace.Length > 0) writer.CloseBlock();
        return writer.ToString();
    }

    private static void WriteHeader(CodeWriter writer, ServicesModel model)
    {
        FileHeader.Write(writer, model.ProtoName);
        for (var i = 0; i < model.HeaderComments.Count; i++)
        {
            writer.WriteLine(i == 0 ? "// Original file comments:" : "//");
            LineComment.Write(writer, model.HeaderComments[i]);
        }

        if (model.Options.NullableAnnotations) writer.WriteLine("#nullable enable annotations");
        writer.WriteLine("#pragma warning disable 0414, 1591, 8981, 0612");
        writer.WriteLine();
        writer.WriteLine("using grpc = global::Grpc.Core;");
        writer.WriteLine();
    }

    private static void WriteService(CodeWriter writer, ServicesModel model, ServiceModel service)
    {
        var options = model.Options;
        DocComment.Write(writer, service.Comment);
        TypeAttributes.WriteObsolete(writer, service.IsObsolete);
        // The attribute would also hold for the user's part, and coverage tools would skip it.
        if (!service.HasUserPart) TypeAttributes.WriteGeneratedCode(writer);
        writer.OpenBlock($"{(options.InternalAccess ? "internal" : "public")} static partial class {service.Name}");
        if (service.HasUserPart) writer.WriteLine("#line hidden");
        ServiceFieldsEmitter.Write(writer, service, options);
        WriteDescriptor(writer, model, service);
        if (options.EmitServer) ServerEmitter.WriteBaseClass(writer, service);
        if (options is { EmitClient: true, EmitClientInterface: true }) ClientEmitter.WriteInterface(writer, service, options);
        if (options.EmitClient) ClientEmitter.Write(writer, service, options);
        if (options.EmitServer) ServerEmitter.WriteBinding(writer, service, options);
        if (service.HasUserPart) writer.WriteLine("#line default");
        writer.CloseBlock();
    }

    private static void WriteDescriptor(CodeWriter writer, ServicesModel model, ServiceModel service)
    {
        writer.WriteLine("/// <summary>Service descriptor</summary>");
        writer.OpenBlock("public static global::Google.Protobuf.Reflection.ServiceDescriptor Descriptor");
        writer.WriteLine($"get {{ return {model.ReflectionClass}.Descriptor.Services[{service.Index}]; }}");
        writer.CloseBlock();
        writer.WriteLine();
    }
}

using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private bool ParseService(in LocationScope root)
    {
        using var location = Locate(in root, DescriptorFields.File.Service, _file.Services.Count);
        var start = Current.Start;
        _lexer.Next();
        if (!ParseName(in location, DescriptorFields.Service.Name, SyntaxDiagnostics.ExpectedServiceName, out var name))
        {
            return false;
        }

        var service = new ServiceNode(name);
        _file.Services.Add(service);
        var isComplete = ParseServiceBlock(service, in location);
        service.Span = SpanFrom(start);
        return isComplete;
    }

    private bool ParseServiceBlock(ServiceNode service, in LocationScope location)
    {
        if (!ConsumeEnd('{', in location, service))
        {
            return false;
        }

        while (!TryConsumeEnd('}'))
        {
            if (IsAtEnd)
            {
                AddError(SyntaxDiagnostics.EndInService);
                return false;
            }

            if (!ParseServiceStatement(service, in location))
            {
                SkipStatement();
            }
        }

        return true;
    }

    private bool ParseServiceStatement(ServiceNode service, in LocationScope parent)
    {
        if (TryConsumeEnd(';'))
        {
            return true;
        }

        if (LookingAt(Keyword.Option))
        {
            using var location = Locate(in parent, DescriptorFields.Service.Options);
            return ParseOptionStatement(service.Options, in location);
        }

        return ParseMethod(service, in parent);
    }

    private bool ParseMethod(ServiceNode service, in LocationScope parent)
    {
        using var location = Locate(in parent, DescriptorFields.Service.Method, service.Methods.Count);
        var start = Current.Start;
        if (!Consume(Keyword.Rpc)
            || !ParseName(in location, DescriptorFields.Method.Name, SyntaxDiagnostics.ExpectedMethodName, out var name))
        {
            return false;
        }

        var method = new MethodNode(name);
        service.Methods.Add(method);
        var isComplete = ParseMethodRest(method, in location);
        method.Span = SpanFrom(start);
        return isComplete;
    }

    private bool ParseMethodRest(MethodNode method, in LocationScope location)
    {
        var hasInput = ParseMethodType(
            in location, DescriptorFields.Method.ClientStreaming, DescriptorFields.Method.InputType, out var isClientStreaming,
            out var input);
        method.ClientStreaming = isClientStreaming;
        method.InputType = input;
        if (!hasInput || !Consume(Keyword.Returns))
        {
            return false;
        }

        var hasOutput = ParseMethodType(
            in location, DescriptorFields.Method.ServerStreaming, DescriptorFields.Method.OutputType, out var isServerStreaming,
            out var output);
        method.ServerStreaming = isServerStreaming;
        method.OutputType = output;
        if (!hasOutput)
        {
            return false;
        }

        return LookingAt('{') ? ParseMethodOptions(method, in location) : ConsumeEnd(';', in location, method);
    }

    /// <summary>Reads <c>(Type)</c> or <c>(stream Type)</c>.</summary>
    private bool ParseMethodType(in LocationScope methodLocation, int streamField, int typeField, out bool isStreaming, out Name type)
    {
        type = new Name("", default);
        isStreaming = false;
        if (!Consume('('))
        {
            return false;
        }

        if (LookingAt(Keyword.Stream))
        {
            using var streamLocation = Locate(in methodLocation, streamField);
            _lexer.Next();
            isStreaming = true;
        }

        return ParseMethodTypeName(in methodLocation, typeField, out type) && Consume(')');
    }

    private bool ParseMethodTypeName(in LocationScope methodLocation, int field, out Name type)
    {
        using var location = Locate(in methodLocation, field);
        var start = Current.Start;
        var isParsed = ParseTypeName(out var name);
        type = new Name(name, SpanFrom(start));
        return isParsed;
    }

    private bool ParseMethodOptions(MethodNode method, in LocationScope methodLocation)
    {
        method.HasBlock = true;
        ConsumeEnd('{', in methodLocation, method);
        while (!TryConsumeEnd('}'))
        {
            if (IsAtEnd)
            {
                AddError(SyntaxDiagnostics.EndInMethodOptions);
                return false;
            }

            if (TryConsumeEnd(';'))
            {
                continue;
            }

            using var location = Locate(in methodLocation, DescriptorFields.Method.Options);
            if (!ParseOptionStatement(method.Options, in location))
            {
                SkipStatement();
            }
        }

        return true;
    }
}

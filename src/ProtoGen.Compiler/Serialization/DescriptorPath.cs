using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Serialization;

/// <summary>The path from a file to an element, as SourceCodeInfo has it: a field number and an index for each step.</summary>
internal static class DescriptorPath
{
    /// <summary>The path; empty for the file itself.</summary>
    public static List<int> Of(Descriptor element)
    {
        var path = new List<int>();
        AddTo(path, element);
        return path;
    }

    /// <summary>How many messages an element is nested in, the file's among them; 0 for the file.</summary>
    public static int DepthOf(Descriptor element)
    {
        var depth = 0;
        for (; element is not FileDescriptor; depth++) element = ParentOf(element);
        return depth;
    }

    private static Descriptor ParentOf(Descriptor element) => element switch
    {
        MessageDescriptor message => (Descriptor?)message.ContainingType ?? message.File,
        FieldDescriptor { IsExtension: true } extension => (Descriptor?)extension.ExtensionScope ?? extension.File,
        FieldDescriptor field => field.ContainingType,
        OneofDescriptor oneof => oneof.ContainingType,
        ExtensionRangeDescriptor range => range.ContainingType,
        EnumDescriptor type => (Descriptor?)type.ContainingType ?? type.File,
        EnumValueDescriptor value => value.Type,
        MethodDescriptor method => method.Service,
        _ => element.File,
    };

    private static void AddTo(List<int> path, Descriptor element)
    {
        switch (element)
        {
            case MessageDescriptor message:
                if (message.ContainingType is { } outer) Add(path, outer, 3, outer.Messages, message);
                else Add(path, message.File, 4, message.File.Messages, message);
                break;
            case FieldDescriptor { IsExtension: true } extension:
                if (extension.ExtensionScope is { } scope) Add(path, scope, 6, scope.Extensions, extension);
                else Add(path, extension.File, 7, extension.File.Extensions, extension);
                break;
            case FieldDescriptor field:
                Add(path, field.ContainingType, 2, field.ContainingType.Fields, field);
                break;
            case OneofDescriptor oneof:
                Add(path, oneof.ContainingType, 8, oneof.ContainingType.Oneofs, oneof);
                break;
            case ExtensionRangeDescriptor range:
                Add(path, range.ContainingType, 5, range.ContainingType.ExtensionRanges, range);
                break;
            case EnumDescriptor type:
                if (type.ContainingType is { } holder) Add(path, holder, 4, holder.Enums, type);
                else Add(path, type.File, 5, type.File.Enums, type);
                break;
            case EnumValueDescriptor value:
                Add(path, value.Type, 2, value.Type.Values, value);
                break;
            case ServiceDescriptor service:
                Add(path, service.File, 6, service.File.Services, service);
                break;
            case MethodDescriptor method:
                Add(path, method.Service, 2, method.Service.Methods, method);
                break;
        }
    }

    private static void Add<T>(List<int> path, Descriptor parent, int number, IReadOnlyList<T> siblings, T element)
        where T : Descriptor
    {
        AddTo(path, parent);
        path.Add(number);
        var index = 0;
        while (!ReferenceEquals(siblings[index], element)) index++;
        path.Add(index);
    }
}

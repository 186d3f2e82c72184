using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Computes the path of an element in SourceCodeInfo: a field number and an index for each step from the file.</summary>
internal static class DescriptorPath
{
    /// <summary>Returns the path; empty for the file itself.</summary>
    public static List<int> Of(Descriptor element)
    {
        var path = new List<int>();
        AddTo(path, element);
        return path;
    }

    /// <summary>Returns how deeply an element is nested in the FileDescriptorProto; 0 for the file.</summary>
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
                if (message.ContainingType is { } outer) Add(path, outer, DescriptorFields.Message.NestedType, outer.Messages, message);
                else Add(path, message.File, DescriptorFields.File.MessageType, message.File.Messages, message);
                break;
            case FieldDescriptor { IsExtension: true } extension:
                if (extension.ExtensionScope is { } scope)
                    Add(path, scope, DescriptorFields.Message.Extension, scope.Extensions, extension);
                else Add(path, extension.File, DescriptorFields.File.Extension, extension.File.Extensions, extension);
                break;
            case FieldDescriptor field:
                Add(path, field.ContainingType, DescriptorFields.Message.Field, field.ContainingType.Fields, field);
                break;
            case OneofDescriptor oneof:
                Add(path, oneof.ContainingType, DescriptorFields.Message.OneofDecl, oneof.ContainingType.Oneofs, oneof);
                break;
            case ExtensionRangeDescriptor range:
                Add(path, range.ContainingType, DescriptorFields.Message.ExtensionRange, range.ContainingType.ExtensionRanges, range);
                break;
            case EnumDescriptor type:
                if (type.ContainingType is { } holder) Add(path, holder, DescriptorFields.Message.EnumType, holder.Enums, type);
                else Add(path, type.File, DescriptorFields.File.EnumType, type.File.Enums, type);
                break;
            case EnumValueDescriptor value:
                Add(path, value.Type, DescriptorFields.Enum.Value, value.Type.Values, value);
                break;
            case ServiceDescriptor service:
                Add(path, service.File, DescriptorFields.File.Service, service.File.Services, service);
                break;
            case MethodDescriptor method:
                Add(path, method.Service, DescriptorFields.Service.Method, method.Service.Methods, method);
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

using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Maps elements to their options messages in descriptor.proto.</summary>
internal static class OptionsTypes
{
    /// <summary>Returns the full name of an element's options message.</summary>
    public static string NameFor(Descriptor element) => element switch
    {
        FileDescriptor => "google.protobuf.FileOptions",
        MessageDescriptor => "google.protobuf.MessageOptions",
        FieldDescriptor => "google.protobuf.FieldOptions",
        OneofDescriptor => "google.protobuf.OneofOptions",
        ExtensionRangeDescriptor => "google.protobuf.ExtensionRangeOptions",
        EnumDescriptor => "google.protobuf.EnumOptions",
        EnumValueDescriptor => "google.protobuf.EnumValueOptions",
        ServiceDescriptor => "google.protobuf.ServiceOptions",
        MethodDescriptor => "google.protobuf.MethodOptions",
        _ => throw new ArgumentException($"{element.GetType().Name} has no options.", nameof(element)),
    };

    /// <summary>Returns the field number of <c>features</c> in an element's options message.</summary>
    public static int FeaturesOf(Descriptor element) => element switch
    {
        FileDescriptor => DescriptorFields.FileOptions.Features,
        MessageDescriptor => DescriptorFields.MessageOptions.Features,
        FieldDescriptor => DescriptorFields.FieldOptions.Features,
        OneofDescriptor => DescriptorFields.OneofOptions.Features,
        ExtensionRangeDescriptor => DescriptorFields.ExtensionRangeOptions.Features,
        EnumDescriptor => DescriptorFields.EnumOptions.Features,
        EnumValueDescriptor => DescriptorFields.EnumValueOptions.Features,
        ServiceDescriptor => DescriptorFields.ServiceOptions.Features,
        _ => DescriptorFields.MethodOptions.Features,
    };

    /// <summary>Finds an options message in a linked descriptor.proto.</summary>
    public static MessageDescriptor? Find(FileDescriptor file, string fullName)
    {
        foreach (var message in file.Messages)
        {
            if (message.FullName == fullName) return message;
        }

        return null;
    }
}

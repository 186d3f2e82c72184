using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Which message of descriptor.proto holds the options of which element.</summary>
internal static class OptionsTypes
{
    /// <summary>The full name of the message that holds an element's options.</summary>
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

    /// <summary>The number of the field <c>features</c> in an element's options.</summary>
    public static int FeaturesOf(Descriptor element) => element switch
    {
        FileDescriptor => OptionNumbers.FileFeatures,
        MessageDescriptor => OptionNumbers.MessageFeatures,
        FieldDescriptor => OptionNumbers.FieldFeatures,
        OneofDescriptor => OptionNumbers.OneofFeatures,
        ExtensionRangeDescriptor => OptionNumbers.ExtensionRangeFeatures,
        EnumDescriptor => OptionNumbers.EnumFeatures,
        EnumValueDescriptor => OptionNumbers.EnumValueFeatures,
        ServiceDescriptor => OptionNumbers.ServiceFeatures,
        _ => OptionNumbers.MethodFeatures,
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

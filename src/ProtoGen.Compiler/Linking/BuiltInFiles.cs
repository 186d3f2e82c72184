using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.WellKnown;

namespace ProtoGen.Compiler.Linking;

/// <summary>Links the files that protoc is built with, once per process.</summary>
internal static class BuiltInFiles
{
    /// <summary>The features and options of C++, Java, C# and JSON, reduced to the fields that protoc writes in a special way.</summary>
    private const string KnownText = """
        syntax = "proto2";
        package pb;
        import "google/protobuf/descriptor.proto";

        extend google.protobuf.FeatureSet {
          optional CppFeatures cpp = 1000;
          optional JavaFeatures java = 1001;
          optional CSharpFeatures csharp = 1004;
        }

        message CppFeatures {
          optional bool legacy_closed_enum = 1;
          optional StringType string_type = 2;
          optional bool enum_name_uses_string_view = 3;
          optional RepeatedType repeated_type = 4;
          enum StringType { STRING_TYPE_UNKNOWN = 0; VIEW = 1; CORD = 2; STRING = 3; }
          enum RepeatedType { REPEATED_TYPE_UNKNOWN = 0; LEGACY = 1; PROXY = 2; }
        }

        message JavaFeatures {
          optional bool legacy_closed_enum = 1;
          optional Utf8Validation utf8_validation = 2;
          optional bool large_enum = 3;
          optional bool use_old_outer_classname_default = 4;
          optional NestInFileClass nest_in_file_class = 5;
          enum Utf8Validation { UTF8_VALIDATION_UNKNOWN = 0; DEFAULT = 1; VERIFY = 2; }
          enum NestInFileClass { NEST_IN_FILE_CLASS_UNKNOWN = 0; NO = 1; YES = 2; LEGACY = 3; }
        }

        message CSharpFeatures {
          optional bool nullable_reference_types = 1;
        }

        extend google.protobuf.FileOptions { optional CppFileOptions cpp_file = 990; }
        extend google.protobuf.FieldOptions { optional InternalFieldOptions internal_field_options = 535801550; }
        extend google.protobuf.EnumValueOptions { optional JsonEnumValueOptions json = 998; }
        message CppFileOptions { optional string namespace = 1; }
        message InternalFieldOptions {}
        message JsonEnumValueOptions { optional string string = 1; }
        """;

    /// <summary>Gets the options that the built-in files declare.</summary>
    internal static Lazy<BuiltInOptions> Options { get; } = new(Link);

    private static BuiltInOptions Link()
    {
        var linked = Linker.Link(
            [WellKnownFiles.TryGet(FileDescriptor.DescriptorProtoName)!, ProtoParser.Parse("features.proto", SourceText.From(KnownText))]);
        var known = new OptionBindings();
        foreach (var extension in linked.Files[1].File!.Extensions) known.AddExtension(extension);
        return new BuiltInOptions(linked.Files[0].File!, known);
    }
}

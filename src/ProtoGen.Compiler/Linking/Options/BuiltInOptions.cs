using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.WellKnown;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>
/// The options that protoc is built with, linked once for all: by them it tells what is a field from what is unknown to it, and reads
/// options where a file's imports don't bring descriptor.proto.
/// </summary>
internal static class BuiltInOptions
{
    /// <summary>The parts of cpp_features.proto and java_features.proto that decide how their options are written.</summary>
    private const string FeaturesText = """
        syntax = "proto2";
        package pb;
        import "google/protobuf/descriptor.proto";

        extend google.protobuf.FeatureSet {
          optional CppFeatures cpp = 1000;
          optional JavaFeatures java = 1001;
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
        """;

    private static readonly Lazy<LinkResult> Linked = new(() => Linker.Link(
        [WellKnownFiles.TryGet(OptionsTypes.FileName)!, ProtoParser.Parse("features.proto", SourceText.From(FeaturesText))]));

    private static readonly Lazy<OptionBindings> FeatureBindings = new(() =>
    {
        var bindings = new OptionBindings();
        foreach (var extension in Linked.Value.Files[1].File!.Extensions) bindings.AddExtension(extension);
        return bindings;
    });

    /// <summary>descriptor.proto.</summary>
    public static FileDescriptor File => Linked.Value.Files[0].File!;

    /// <summary>The extensions of google.protobuf.FeatureSet; those of other languages are unknown to protoc.</summary>
    public static OptionBindings Features => FeatureBindings.Value;
}

namespace ProtoGen.Compiler.Schema;

/// <summary>Names the field numbers of descriptor.proto: one nested class for each message.</summary>
internal static class DescriptorFields
{
    /// <summary>The fields of google.protobuf.FileDescriptorSet.</summary>
    internal static class FileSet
    {
        internal const int File = 1;
    }

    /// <summary>The fields of google.protobuf.FileDescriptorProto.</summary>
    internal static class File
    {
        internal const int Name = 1;
        internal const int Package = 2;
        internal const int Dependency = 3;
        internal const int PublicDependency = 10;
        internal const int WeakDependency = 11;
        internal const int OptionDependency = 15;
        internal const int MessageType = 4;
        internal const int EnumType = 5;
        internal const int Service = 6;
        internal const int Extension = 7;
        internal const int Options = 8;
        internal const int SourceCodeInfo = 9;
        internal const int Syntax = 12;
        internal const int Edition = 14;
    }

    /// <summary>The fields of google.protobuf.DescriptorProto.</summary>
    internal static class Message
    {
        internal const int Name = 1;
        internal const int Field = 2;
        internal const int Extension = 6;
        internal const int NestedType = 3;
        internal const int EnumType = 4;
        internal const int ExtensionRange = 5;
        internal const int OneofDecl = 8;
        internal const int Options = 7;
        internal const int ReservedRange = 9;
        internal const int ReservedName = 10;
        internal const int Visibility = 11;
    }

    /// <summary>The fields of google.protobuf.DescriptorProto.ExtensionRange.</summary>
    internal static class ExtensionRange
    {
        internal const int Start = 1;
        internal const int End = 2;
        internal const int Options = 3;
    }

    /// <summary>The fields of google.protobuf.DescriptorProto.ReservedRange.</summary>
    internal static class ReservedRange
    {
        internal const int Start = 1;
        internal const int End = 2;
    }

    /// <summary>The fields of google.protobuf.ExtensionRangeOptions.</summary>
    internal static class ExtensionRangeOptions
    {
        internal const int UninterpretedOption = 999;
        internal const int Declaration = 2;
        internal const int Features = 50;
        internal const int Verification = 3;
    }

    /// <summary>The fields of google.protobuf.ExtensionRangeOptions.Declaration.</summary>
    internal static class Declaration
    {
        internal const int Number = 1;
        internal const int FullName = 2;
        internal const int Type = 3;
        internal const int Reserved = 5;
        internal const int Repeated = 6;
    }

    /// <summary>The fields of google.protobuf.FieldDescriptorProto.</summary>
    internal static class Field
    {
        internal const int Name = 1;
        internal const int Number = 3;
        internal const int Label = 4;
        internal const int Type = 5;
        internal const int TypeName = 6;
        internal const int Extendee = 2;
        internal const int DefaultValue = 7;
        internal const int OneofIndex = 9;
        internal const int JsonName = 10;
        internal const int Options = 8;
        internal const int Proto3Optional = 17;
    }

    /// <summary>The fields of google.protobuf.OneofDescriptorProto.</summary>
    internal static class Oneof
    {
        internal const int Name = 1;
        internal const int Options = 2;
    }

    /// <summary>The fields of google.protobuf.EnumDescriptorProto.</summary>
    internal static class Enum
    {
        internal const int Name = 1;
        internal const int Value = 2;
        internal const int Options = 3;
        internal const int ReservedRange = 4;
        internal const int ReservedName = 5;
        internal const int Visibility = 6;
    }

    /// <summary>The fields of google.protobuf.EnumDescriptorProto.EnumReservedRange.</summary>
    internal static class EnumReservedRange
    {
        internal const int Start = 1;
        internal const int End = 2;
    }

    /// <summary>The fields of google.protobuf.EnumValueDescriptorProto.</summary>
    internal static class EnumValue
    {
        internal const int Name = 1;
        internal const int Number = 2;
        internal const int Options = 3;
    }

    /// <summary>The fields of google.protobuf.ServiceDescriptorProto.</summary>
    internal static class Service
    {
        internal const int Name = 1;
        internal const int Method = 2;
        internal const int Options = 3;
    }

    /// <summary>The fields of google.protobuf.MethodDescriptorProto.</summary>
    internal static class Method
    {
        internal const int Name = 1;
        internal const int InputType = 2;
        internal const int OutputType = 3;
        internal const int Options = 4;
        internal const int ClientStreaming = 5;
        internal const int ServerStreaming = 6;
    }

    /// <summary>The fields of google.protobuf.FileOptions.</summary>
    internal static class FileOptions
    {
        internal const int JavaPackage = 1;
        internal const int JavaOuterClassname = 8;
        internal const int JavaMultipleFiles = 10;
        internal const int JavaGenerateEqualsAndHash = 20;
        internal const int JavaStringCheckUtf8 = 27;
        internal const int OptimizeFor = 9;
        internal const int GoPackage = 11;
        internal const int CcGenericServices = 16;
        internal const int JavaGenericServices = 17;
        internal const int PyGenericServices = 18;
        internal const int Deprecated = 23;
        internal const int CcEnableArenas = 31;
        internal const int ObjcClassPrefix = 36;
        internal const int CsharpNamespace = 37;
        internal const int SwiftPrefix = 39;
        internal const int PhpClassPrefix = 40;
        internal const int PhpNamespace = 41;
        internal const int PhpMetadataNamespace = 44;
        internal const int RubyPackage = 45;
        internal const int Features = 50;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of google.protobuf.MessageOptions.</summary>
    internal static class MessageOptions
    {
        internal const int MessageSetWireFormat = 1;
        internal const int NoStandardDescriptorAccessor = 2;
        internal const int Deprecated = 3;
        internal const int MapEntry = 7;
        internal const int DeprecatedLegacyJsonFieldConflicts = 11;
        internal const int Features = 12;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of google.protobuf.FieldOptions.</summary>
    internal static class FieldOptions
    {
        internal const int Ctype = 1;
        internal const int Packed = 2;
        internal const int Jstype = 6;
        internal const int Lazy = 5;
        internal const int UnverifiedLazy = 15;
        internal const int Deprecated = 3;
        internal const int Weak = 10;
        internal const int DebugRedact = 16;
        internal const int Retention = 17;
        internal const int Targets = 19;
        internal const int EditionDefaults = 20;
        internal const int Features = 21;
        internal const int FeatureSupport = 22;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of google.protobuf.FieldOptions.EditionDefault.</summary>
    internal static class EditionDefault
    {
        internal const int Edition = 3;
        internal const int Value = 2;
    }

    /// <summary>The fields of google.protobuf.FieldOptions.FeatureSupport.</summary>
    internal static class FeatureSupport
    {
        internal const int EditionIntroduced = 1;
        internal const int EditionDeprecated = 2;
        internal const int DeprecationWarning = 3;
        internal const int EditionRemoved = 4;
        internal const int RemovalError = 5;
    }

    /// <summary>The fields of google.protobuf.OneofOptions.</summary>
    internal static class OneofOptions
    {
        internal const int Features = 1;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of google.protobuf.EnumOptions.</summary>
    internal static class EnumOptions
    {
        internal const int AllowAlias = 2;
        internal const int Deprecated = 3;
        internal const int DeprecatedLegacyJsonFieldConflicts = 6;
        internal const int Features = 7;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of google.protobuf.EnumValueOptions.</summary>
    internal static class EnumValueOptions
    {
        internal const int Deprecated = 1;
        internal const int Features = 2;
        internal const int DebugRedact = 3;
        internal const int FeatureSupport = 4;

        /// <summary>The extension pb.enumvalue.json.</summary>
        internal const int Json = 998;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of pb.enumvalue.JsonEnumValueOptions.</summary>
    internal static class JsonEnumValueOptions
    {
        internal const int String = 1;
    }

    /// <summary>The fields of google.protobuf.ServiceOptions.</summary>
    internal static class ServiceOptions
    {
        internal const int Features = 34;
        internal const int Deprecated = 33;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of google.protobuf.MethodOptions.</summary>
    internal static class MethodOptions
    {
        internal const int Deprecated = 33;
        internal const int IdempotencyLevel = 34;
        internal const int Features = 35;
        internal const int UninterpretedOption = 999;
    }

    /// <summary>The fields of google.protobuf.UninterpretedOption.</summary>
    internal static class UninterpretedOption
    {
        internal const int Name = 2;
        internal const int IdentifierValue = 3;
        internal const int PositiveIntValue = 4;
        internal const int NegativeIntValue = 5;
        internal const int DoubleValue = 6;
        internal const int StringValue = 7;
        internal const int AggregateValue = 8;
    }

    /// <summary>The fields of google.protobuf.UninterpretedOption.NamePart.</summary>
    internal static class OptionNamePart
    {
        internal const int NamePart = 1;
        internal const int IsExtension = 2;
    }

    /// <summary>The fields of google.protobuf.FeatureSet.</summary>
    internal static class FeatureSet
    {
        internal const int FieldPresence = 1;
        internal const int EnumType = 2;
        internal const int RepeatedFieldEncoding = 3;
        internal const int Utf8Validation = 4;
        internal const int MessageEncoding = 5;
        internal const int JsonFormat = 6;
        internal const int EnforceNamingStyle = 7;
        internal const int DefaultSymbolVisibility = 8;
        internal const int EnforceProtoLimits = 9;
    }

    /// <summary>The fields of google.protobuf.FeatureSetDefaults.</summary>
    internal static class FeatureSetDefaults
    {
        internal const int Defaults = 1;
        internal const int MinimumEdition = 4;
        internal const int MaximumEdition = 5;
    }

    /// <summary>The fields of google.protobuf.FeatureSetDefaults.FeatureSetEditionDefault.</summary>
    internal static class FeatureSetEditionDefault
    {
        internal const int Edition = 3;
        internal const int OverridableFeatures = 4;
        internal const int FixedFeatures = 5;
    }

    /// <summary>The fields of google.protobuf.SourceCodeInfo.</summary>
    internal static class SourceCodeInfo
    {
        internal const int Location = 1;
    }

    /// <summary>The fields of google.protobuf.SourceCodeInfo.Location.</summary>
    internal static class Location
    {
        internal const int Path = 1;
        internal const int Span = 2;
        internal const int LeadingComments = 3;
        internal const int TrailingComments = 4;
        internal const int LeadingDetachedComments = 6;
    }

    /// <summary>The fields of google.protobuf.GeneratedCodeInfo.</summary>
    internal static class GeneratedCodeInfo
    {
        internal const int Annotation = 1;
    }

    /// <summary>The fields of google.protobuf.GeneratedCodeInfo.Annotation.</summary>
    internal static class Annotation
    {
        internal const int Path = 1;
        internal const int SourceFile = 2;
        internal const int Begin = 3;
        internal const int End = 4;
        internal const int Semantic = 5;
    }
}

using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Holds the options that protoc is built with.</summary>
/// <remarks>
/// protoc uses them to distinguish known fields from unknown ones, and to read options in files that do not import descriptor.proto.
/// </remarks>
/// <param name="File">The linked descriptor.proto.</param>
/// <param name="Known">The extensions of google.protobuf.FeatureSet and of options messages; all others are unknown to protoc.</param>
internal sealed record BuiltInOptions(FileDescriptor File, OptionBindings Known);

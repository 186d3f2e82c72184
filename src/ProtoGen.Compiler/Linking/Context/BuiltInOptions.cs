using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Holds the options that protoc is built with.</summary>
/// <remarks>
/// By these protoc distinguishes known fields from unknown ones, and it reads options by them where a file's imports don't bring
/// descriptor.proto.
/// </remarks>
/// <param name="File">The linked descriptor.proto.</param>
/// <param name="Known">The extensions of google.protobuf.FeatureSet and of options messages; all others are unknown to protoc.</param>
internal sealed record BuiltInOptions(FileDescriptor File, OptionBindings Known);

namespace ProtoGen.Tool.CommandLine;

/// <summary>The texts that <c>--help</c> and <c>--version</c> print.</summary>
internal static class HelpText
{
    /// <summary>Gets the version of protoc that the tool reproduces, as protoc prints it.</summary>
    public static string Version { get; } = $"libprotoc {ProtocVersion.Text}\n";

    public const string Text = """
        Usage: protogenc [OPTION] PROTO_FILES
        Compiles .proto files as protoc does, and generates C# and gRPC code for them.

        Input:
          -IPATH, --proto_path=PATH   A folder to look for imports in; may be given many times, the first
                                      that has a file wins. VIRTUAL=DISK maps a folder to another name.
                                      The current folder if none is given. google/protobuf/*.proto are
                                      built in.
          --descriptor_set_in=FILES   FileDescriptorSets to look for imports in, separated by the path
                                      separator.
          @FILE                       Reads arguments from a file, one on each line.

        Output:
          -oFILE, --descriptor_set_out=FILE
                                      A FileDescriptorSet with the input files.
          --include_imports           Include all files that they import.
          --include_source_info       Include comments and source locations.
          --retain_options            Include options with source retention.
          --dependency_out=FILE       A makefile rule with the output and input files.
          --csharp_out=DIR            C# messages; --csharp_opt: base_namespace=NAME, file_extension=EXT,
                                      internal_access, serializable.
          --grpc_out=DIR              C# gRPC services; --grpc_opt: no_client, no_server, internal_access,
                                      file_suffix=SUFFIX, base_namespace=NAME.
          --python_out=DIR            Python modules; --python_opt: pyi_out.
          --pyi_out=DIR               Stubs with the types of Python modules.
          --NAME_out=[OPTIONS:]DIR    The output of the plugin protoc-gen-NAME; --NAME_opt=OPTIONS.
          --plugin=[NAME=]PATH        A plugin that is not on the PATH.
          --NAME_prefix=COMMAND       Runs the plugin protoc-gen-NAME as the last argument of a command.
          --print_free_field_numbers  Print the unused field numbers of each message.
          --edition_defaults_out=FILE A FeatureSetDefaults of the features in the files;
                                      --edition_defaults_minimum=EDITION, --edition_defaults_maximum=EDITION.

        Messages from standard input to standard output:
          --decode=TYPE               Binary to text format.
          --decode_raw                Binary to text format without a schema.
          --encode=TYPE               Text format to binary.
          --deterministic_output      With --encode: write maps ordered by key.
          --json                      With --decode and --encode: JSON instead of text format.

        Messages:
          --error_format=FORMAT       gcc (default) or msvs.
          --fatal_warnings            Exit with 1 after warnings.
          --direct_dependencies=FILES, --option_dependencies=FILES
                                      The only files, separated by ':', that may be imported.
          --disallow_services         Report an error for files with services.
          --unsafe_allow_out_dir_escape
                                      Allow plugins to write outside the output folder.
          --version                   Print the version of protoc whose output this tool reproduces.
          -h, --help                  Print this text.

        """;
}

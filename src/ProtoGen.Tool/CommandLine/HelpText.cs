namespace ProtoGen.Tool.CommandLine;

/// <summary>The texts that <c>--help</c> and <c>--version</c> print.</summary>
internal static class HelpText
{
    /// <summary>The version of protoc that the tool reproduces, as protoc prints it.</summary>
    public static string Version { get; } = $"libprotoc {ProtocVersion.Text}\n";

    public const string Text = """
        Usage: protogenc [OPTION] PROTO_FILES
        Compiles .proto files as protoc does, and generates C# and gRPC code for them.

        Where files are found:
          -IPATH, --proto_path=PATH   A folder to look for imports in; may be given many times, the first
                                      that has a file wins. VIRTUAL=DISK maps a folder to another name.
                                      The current folder if none is given. google/protobuf/*.proto are
                                      built in.
          --descriptor_set_in=FILES   FileDescriptorSets to look for imports in, separated by the path
                                      separator.
          @FILE                       Reads arguments from a file, one on each line.

        What is written:
          -oFILE, --descriptor_set_out=FILE
                                      A FileDescriptorSet with the input files.
          --include_imports           Put everything they import into it too.
          --include_source_info       Put comments and source locations into it.
          --retain_options            Keep options of source retention in it.
          --dependency_out=FILE       The input files in the form of a makefile's rule.
          --csharp_out=DIR            C# messages; --csharp_opt: base_namespace=NAME, file_extension=EXT,
                                      internal_access, serializable.
          --grpc_out=DIR              C# gRPC services; --grpc_opt: no_client, no_server, internal_access,
                                      file_suffix=SUFFIX, base_namespace=NAME.
          --python_out=DIR            Python modules; --python_opt: pyi_out.
          --pyi_out=DIR               Stubs with the types of Python modules.
          --NAME_out=[OPTIONS:]DIR    What the plugin protoc-gen-NAME makes; --NAME_opt=OPTIONS.
          --plugin=[NAME=]PATH        A plugin that is not on the PATH.
          --NAME_prefix=COMMAND       Runs the plugin protoc-gen-NAME as the last argument of a command.
          --print_free_field_numbers  Print the field numbers that each message has left.
          --edition_defaults_out=FILE A FeatureSetDefaults of the features in the files;
                                      --edition_defaults_minimum=EDITION, --edition_defaults_maximum=EDITION.

        Messages from standard input to standard output:
          --decode=TYPE               Binary to text format.
          --decode_raw                Binary to text format without a schema.
          --encode=TYPE               Text format to binary.
          --deterministic_output      With --encode: maps in the order of their keys.
          --json                      With --decode and --encode: JSON instead of text format.

        Messages:
          --error_format=FORMAT       gcc (default) or msvs.
          --fatal_warnings            Exit with 1 after warnings.
          --direct_dependencies=FILES, --option_dependencies=FILES
                                      The only files, separated by ':', that may be imported.
          --disallow_services         Refuse files with services.
          --unsafe_allow_out_dir_escape
                                      Let plugins write outside of the output folder.
          --version                   The version of protoc this is equal to.
          -h, --help                  This text.

        """;
}

namespace ProtoGen.Tool.Tests.Plugins;

/// <summary>Checks that plugins from Debian and npm write the same files for protogenc as for protoc.</summary>
public class ShippedPluginTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["shop/item.proto"] = """
            syntax = "proto3";
            // Goods.
            package shop;
            option go_package = "example.com/shop;shop";
            import "google/protobuf/timestamp.proto";

            // What is sold.
            message Item {
              string name = 1; // as shown
              optional int64 price = 2;
              map<string, Kind> kinds = 3;
              oneof place { string shelf = 4; int32 box = 5 [deprecated = true]; }
              google.protobuf.Timestamp since = 6;
              enum Kind { KIND_UNSPECIFIED = 0; KIND_NEW = 1; }
            }
            """,
        ["shop/shop.proto"] = """
            syntax = "proto3";
            package shop;
            option go_package = "example.com/shop;shop";
            import "shop/item.proto";

            // Sells.
            service Shop {
              // Gives one.
              rpc Get(Item) returns (Item);
              rpc Watch(Item) returns (stream Item) { option deprecated = true; }
              rpc Put(stream Item) returns (Item);
              rpc Talk(stream Item) returns (stream Item);
            }
            """,
        ["old.proto"] = """
            syntax = "proto2";
            package old;
            option go_package = "example.com/old;old";
            message Old {
              required string a = 1 [default = "x"];
              optional group G = 2 { repeated int32 n = 1 [packed = true]; }
              extensions 100 to 199;
            }
            extend Old { optional Old more = 100; }
            service OldService { rpc Call(Old) returns (Old); }
            """,
    };

    public static TheoryData<string, string> Plugins => new()
    {
        { "protoc-gen-go", "--go_out=. --go_opt=paths=source_relative" },
        { "protoc-gen-go-grpc", "--go-grpc_out=. --go-grpc_opt=paths=source_relative,require_unimplemented_servers=false" },
        { "grpc_python_plugin", "--grpc_python_out=grpc_2_0:." },
        { "grpc_python_plugin", "--grpc_python_out=. --python_out=." },
        { "grpc_cpp_plugin", "--grpc_cpp_out=generate_mock_code=true:." },
        { "grpc_php_plugin", "--grpc_php_out=." },
        { "grpc_ruby_plugin", "--grpc_ruby_out=." },
    };

    [OracleTheory(Oracle.Protoc, Oracle.DebianPlugins)]
    [MemberData(nameof(Plugins))]
    public void DebianPluginsWriteSameFilesAsWithProtoc(string plugin, string output) =>
        AssertSameFiles($"{Oracles.DebianPlugins}/{plugin}", output);

    [OracleTheory(Oracle.Protoc, Oracle.NpmPackages)]
    [InlineData("protoc-gen-es", "--es_out=. --es_opt=target=ts,json_types=true")]
    [InlineData("protoc-gen-es", "--es_out=target=js+dts:.")]
    [InlineData("protoc-gen-connect-es", "--connect-es_out=target=ts:.")]
    [InlineData("protoc-gen-ts_proto", "--ts_proto_out=. --ts_proto_opt=outputServices=grpc-js,esModuleInterop=true")]
    [InlineData("protoc-gen-ng", "--ng_out=.")]
    [InlineData("../ts-protoc-gen/bin/protoc-gen-ts", "--ts_out=service=grpc-web:.")]
    [InlineData("../@protobuf-ts/plugin/bin/protoc-gen-ts", "--ts_out=. --ts_opt=long_type_string,optimize_code_size")]
    public void NpmPluginsWriteSameFilesAsWithProtoc(string plugin, string output) =>
        AssertSameFiles(Path.Combine(Repository.NodeModules, ".bin", plugin), output);

    private static void AssertSameFiles(string plugin, string output)
    {
        var name = output[2..output.IndexOf("_out", StringComparison.Ordinal)];
        string[] arguments = ["-I.", $"--plugin=protoc-gen-{name}={plugin}", .. output.Split(' '), .. Files.Keys];
        var expected = CommandLineCase.RunProtoc(Files, arguments);
        var actual = CommandLineCase.RunProtoGen(Files, arguments);
        Assert.Equal((expected.Errors, expected.ExitCode), (actual.Errors, actual.ExitCode));
        Assert.NotEmpty(expected.Files);
        Assert.Equal(expected.Files.Keys.Order(), actual.Files.Keys.Order());
        Assert.All(expected.Files, file => Assert.Equal(file.Value, actual.Files[file.Key]));
    }
}

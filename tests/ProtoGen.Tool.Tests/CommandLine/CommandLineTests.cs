namespace ProtoGen.Tool.Tests.CommandLine;

/// <summary>Compares exit codes, stderr and files of protogenc's and protoc's command lines.</summary>
public class CommandLineTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["a.proto"] = "syntax = \"proto3\"; package a; import \"sub/b.proto\"; message A { b.B b = 1; }\n",
        ["sub/b.proto"] = "syntax = \"proto3\"; package b; message B { optional int32 x = 1; }\nservice S { rpc R(B) returns (B); }\n",
        ["other/sub/b.proto"] = "syntax = \"proto3\"; package b; message B { }\n",
        ["bad.proto"] = "syntax = \"proto3\";\nmessage A { int32 }\nmessage B { X x = 1; }\n",
        ["link.proto"] = "syntax = \"proto3\";\nimport \"nowhere.proto\";\nmessage A { X x = 1; }\n",
        ["unused.proto"] = "syntax = \"proto3\";\nimport \"sub/b.proto\";\nmessage A { }\n",
        ["unstable.proto"] = "edition = \"UNSTABLE\";\nmessage U { int32 a = 1; }\n",
        ["edition.proto"] = "edition = \"2023\";\nmessage E { int32 a = 1; }\n",
        ["pb.proto"] = """
            syntax = "proto2"; package pb; import "google/protobuf/descriptor.proto";
            extend google.protobuf.FeatureSet { optional Cpp cpp = 1000; optional Java java = 1001; optional Go go = 1002; }
            message Cpp { optional bool legacy_closed_enum = 1; optional int32 string_type = 2; optional bool large = 30; }
            message Java { optional bool legacy_closed_enum = 1; optional int32 utf8_validation = 2; }
            message Go { optional bool legacy_unmarshal_json_enum = 1; optional int32 api_level = 2; }
            """,
        ["features.proto"] = """
            edition = "2023"; import "pb.proto";
            option features.(pb.go).api_level = 1; option features.(pb.java).utf8_validation = 7; option features.(pb.cpp).string_type = 2;
            option features.(pb.cpp).large = true; option features.(pb.cpp).legacy_closed_enum = true; option features.enum_type = CLOSED;
            option features.(pb.go).legacy_unmarshal_json_enum = true; option features.(pb.java).legacy_closed_enum = true;
            """,
        ["numbers.proto"] = """
            syntax = "proto2";
            message A { optional int32 a = 2; optional int32 b = 4; extensions 10 to 20; reserved 6 to 7, 25; message N { extensions 1 to max; } optional group G = 30 { optional int32 x = 1; } }
            message ALongNameThatIsMoreThanThirtyFiveCharacters { map<int32, A> m = 1; reserved 536870911; }
            """,
        ["golike.proto"] = """
            edition = "2024"; package golike; import "google/protobuf/descriptor.proto";
            extend google.protobuf.FeatureSet { Go go = 1002; }
            message Go {
              bool old = 1 [targets = TARGET_TYPE_FILE, feature_support = { edition_introduced: EDITION_2023 edition_removed: EDITION_2026 removal_error: "x" },
                edition_defaults = { edition: EDITION_LEGACY, value: "true" }, edition_defaults = { edition: EDITION_2024, value: "false" }];
            }
            """,
        ["generic.proto"] = "syntax = \"proto2\"; option py_generic_services = true;\n",
        ["namespace.proto"] = "syntax = \"proto2\"; option csharp_namespace = \"A;B\";\n",
        ["arguments"] = "-I.\n-oset.pb\nsub/b.proto\n",
        ["a folder/c.proto"] = "syntax = \"proto3\"; message C { }\n",
    };

    public static TheoryData<string> Lines =>
    [
        "-I. a.proto",
        "-I. -oset.pb",
        "-I. -o",
        "-I. -o -I. a.proto",
        "-I. --unknown a.proto -oset.pb",
        "-I. --unknown=x a.proto -oset.pb",
        "-x a.proto -oset.pb",
        "-I. -oset.pb a.proto",
        "-oset.pb sub/b.proto",
        "--proto_path=. --descriptor_set_out=set.pb --include_imports a.proto",
        "--proto_path . --descriptor_set_out set.pb --include_imports --include_source_info --retain_options a.proto",
        "-I. -oset.pb sub/b.proto a.proto",
        "-I. -oset.pb a.proto sub/b.proto a.proto",
        "-I. -oset.pb -oset2.pb a.proto",
        "-I. --descriptor_set_out= a.proto",
        "-I. -omissing/set.pb a.proto",
        "-I. -osub a.proto",
        "-I. -oset.pb missing.proto",
        "-I. -oset.pb a.proto missing.proto",
        "-I. -oset.pb sub",
        "-Iother -oset.pb a.proto",
        "-Iother -I. -oset.pb sub/b.proto",
        "-Iother -I. -oset.pb ./sub/b.proto",
        "-I. -Iother -oset.pb other/sub/b.proto",
        "-Isub -oset.pb sub/b.proto",
        "-Isub -oset.pb b.proto",
        "-I./sub/ -oset.pb ./sub//b.proto",
        "-Inowhere -I. -oset.pb a.proto",
        "-I= -oset.pb a.proto",
        "-Ivirtual= -oset.pb a.proto",
        "-Ivirtual=sub -oset.pb virtual/b.proto",
        "-Isub=sub -I. -oset.pb a.proto",
        "-Isub=other/sub -I. -oset.pb --include_imports a.proto",
        "-I.:other -oset.pb a.proto",
        "-I. -oset.pb bad.proto",
        "-I. -oset.pb link.proto",
        "-I. -oset.pb unused.proto",
        "-I. -oset.pb unused.proto bad.proto a.proto",
        "-I. -oset.pb --fatal_warnings unused.proto",
        "-I. -oset.pb --fatal_warnings --fatal_warnings unused.proto",
        "-I. -oset.pb --error_format=msvs bad.proto",
        "-I. -oset.pb --error_format=msvs unused.proto",
        "-I. -oset.pb --error_format=msvs link.proto",
        "-I. -oset.pb --error_format=gcc bad.proto",
        "-I. -oset.pb --error_format=xml bad.proto",
        "-I. -oset.pb --disallow_services sub/b.proto",
        "-I. -oset.pb --direct_dependencies=x.proto a.proto",
        "-I. -oset.pb --direct_dependencies=sub/b.proto a.proto",
        "-I. -oset.pb --direct_dependencies= a.proto",
        "-I. -oset.pb --direct_dependencies=x --direct_dependencies=y a.proto",
        "-I. -oset.pb --direct_dependencies= --direct_dependencies_violation_msg=no_%s_please_%s a.proto",
        "-I. -oset.pb --option_dependencies= a.proto",
        "-I. -oset.pb --dependency_out=deps a.proto",
        "-I. -oset.pb --dependency_out=deps a.proto sub/b.proto",
        "-I. --dependency_out=deps a.proto",
        "-I. -oset.pb --dependency_out= a.proto",
        "-I. -oset.pb --dependency_out=no/deps a.proto",
        "-I. -oset.pb --dependency_out=d --dependency_out=e a.proto",
        "-I. --csharp_out=nowhere a.proto",
        "-I. --csharp_out=. --include_imports a.proto bad.proto",
        "-I. --csharp_out=. --csharp_opt=nope a.proto",
        "-I. --csharp_out=nope=1:. a.proto",
        "-I. --csharp_out=. --csharp_opt=base_namespace=X a.proto",
        "-I. --csharp_out=. sub/b.proto other/sub/b.proto",
        "-I. --nope_opt=x -oset.pb a.proto",
        "-I. --cpp_opt=x -oset.pb a.proto",
        "-I. --nope_out=. a.proto",
        "-I. --nope_out=x:. --nope_opt=y a.proto",
        "-I. --plugin=protoc-gen-nope=./missing --nope_out=. a.proto",
        "@arguments",
        "@missing",
        "-I. -oset.pb -",
        "-I. -oset.pb --descriptor_set_in= a.proto",
        "-I. -oset.pb --descriptor_set_in=missing.pb a.proto",
        "-I. -oset.pb --deterministic_output a.proto",
        "-I. -oset.pb --experimental_allow_proto3_optional sub/b.proto",
        "--include_source_info -I. --csharp_out=nowhere a.proto",
        "-I. -oset.pb edition.proto",
        "-I. -oset.pb unstable.proto",
        "-I. -oset.pb --experimental_editions unstable.proto",
        "-I. -oset.pb --experimental_editions edition.proto bad.proto",
        "-I. --csharp_out=. --experimental_editions unstable.proto",
        "-I. -oset.pb google/protobuf/any.proto",
        "-I. -oset.pb features.proto",
        "-I. -oset.pb --retain_options features.proto",
        "-I. --print_free_field_numbers numbers.proto a.proto",
        "-I. --print_free_field_numbers unused.proto",
        "-I. --print_free_field_numbers --fatal_warnings unused.proto",
        "-I. --print_free_field_numbers bad.proto",
        "-I. --print_free_field_numbers",
        "-I. --print_free_field_numbers --print_free_field_numbers a.proto",
        "-I. --print_free_field_numbers -oset.pb a.proto",
        "-I. -oset.pb --print_free_field_numbers a.proto",
        "-I. --print_free_field_numbers --csharp_out=. a.proto",
        "-I. --print_free_field_numbers --dependency_out=d a.proto",
        "-I. --edition_defaults_out=d.pb google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb a.proto",
        "-I. --edition_defaults_out=d.pb --decode=a.A a.proto",
        "-I. --edition_defaults_out=d.pb --encode=a.A a.proto",
        "-I. --edition_defaults_out=d.pb --decode_raw",
        "-I. --edition_defaults_out=d.pb --decode=google.protobuf.FileOptions google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb --decode=Missing google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb --print_free_field_numbers google/protobuf/any.proto google/protobuf/descriptor.proto",
        "-I. --decode=a.A --edition_defaults_out=d.pb a.proto",
        "-I. --decode_raw --edition_defaults_out=d.pb",
        "-I. --decode=a.A --include_imports --include_source_info --retain_options a.proto",
        "-I. --decode_raw --include_imports --deterministic_output",
        "-I. --decode=a.A --deterministic_output --dependency_out=d a.proto",
        "-I. --encode=a.A --deterministic_output --include_imports",
        "-I. --edition_defaults_out=d.pb --edition_defaults_minimum=2023 --edition_defaults_maximum=2024 google/protobuf/c_sharp_features.proto golike.proto",
        "-I. --edition_defaults_out=d.pb --edition_defaults_minimum=2024 --edition_defaults_maximum=PROTO3 google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb --edition_defaults_minimum=2025 google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb --edition_defaults_minimum=UNKNOWN google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb --edition_defaults_maximum=99999_TEST_ONLY google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb pb.proto",
        "-I. --edition_defaults_out= google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d --edition_defaults_out=e google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=no/d.pb google/protobuf/descriptor.proto",
        "-I. --edition_defaults_out=d.pb --dependency_out=deps google/protobuf/descriptor.proto",
        "-I. --x_prefix= -oset.pb a.proto",
        "-I. --x_prefix=a'b -oset.pb a.proto",
        "-I. --x_prefix=a --x_prefix=b -oset.pb a.proto",
        "-I. --x_prefix=a -oset.pb a.proto",
        "-I. -oset.pb generic.proto",
        "-I. -oset.pb --fatal_warnings generic.proto",
        "-I. --csharp_out=. namespace.proto",
        "-I. -oset.pb --retain_options --include_source_info --include_imports features.proto",
    ];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Lines))]
    public void SameArgumentsGiveProtocsOutcome(string line)
    {
        var arguments = line.Split(' ');
        var expected = CommandLineCase.RunProtoc(Files, arguments);
        var actual = CommandLineCase.RunProtoGen(Files, arguments);
        Assert.Equal(expected.Errors, actual.Errors);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
        Assert.Equal(expected.Output, actual.Output);
        Assert.Equal(expected.Files.Keys.Order(), actual.Files.Keys.Order());
        Assert.All(
            expected.Files.Where(file => !file.Key.EndsWith(".cs", StringComparison.Ordinal)),
            file => Assert.Equal(file.Value, actual.Files[file.Key]));
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("--descriptor_set_in=in.pb -oset.pb a.proto")]
    [InlineData("--descriptor_set_in=in.pb -oset.pb --include_imports --include_source_info a.proto")]
    [InlineData("--descriptor_set_in=in.pb -oset.pb --include_imports --retain_options options.proto")]
    [InlineData("--descriptor_set_in=in.pb -oset.pb missing.proto")]
    [InlineData("--descriptor_set_in=in.pb -oset.pb a.proto missing.proto")]
    [InlineData("--descriptor_set_in=in.pb:missing.pb -oset.pb a.proto")]
    [InlineData("--descriptor_set_in=in.pb --dependency_out=d -oset.pb a.proto")]
    [InlineData("--descriptor_set_in=in.pb --descriptor_set_in=in.pb -oset.pb a.proto")]
    [InlineData("--descriptor_set_in=new.proto -oset.pb a.proto")]
    [InlineData("-Isources --descriptor_set_in=in.pb -oset.pb --include_imports new.proto")]
    [InlineData("-Isources --descriptor_set_in=in.pb -oset.pb sources/new.proto a.proto")]
    [InlineData("-Isources --descriptor_set_in=in.pb -oset.pb unknown.proto")]
    public void DescriptorSetsGiveProtocsOutcome(string line)
    {
        Dictionary<string, string> sources = new(Files)
        {
            ["options.proto"] = "edition = \"2023\"; package o; import \"google/protobuf/descriptor.proto\"; import \"sub/b.proto\";\n"
                + "extend google.protobuf.FieldOptions { b.B box = 50000 [retention = RETENTION_SOURCE]; repeated string words = 50001; }\n"
                + "// A message.\nmessage M { /* a field */ int32 a = 1 [(box).x = 5, (words) = \"x\", (words) = \"y\", features.field_presence = IMPLICIT];\n"
                + "map<string, M> m = 2; oneof k { M d = 3 [features.message_encoding = DELIMITED]; float f = 4 [default = 1.5]; } extensions 10 to max; reserved 5 to 6; reserved z; }\n"
                + "extend M { bytes e = 10 [default = \"\\377\"]; }\nenum E { option allow_alias = true; A = 0; B = 0; reserved -5 to -1; }\n",
        };
        var set = CommandLineCase.RunProtoc(
            sources, ["-I.", "-oin.pb", "--include_imports", "--include_source_info", "--retain_options", "a.proto", "options.proto"]);
        var files = new Dictionary<string, string>
        {
            ["sources/new.proto"] = "syntax = \"proto3\"; import \"sub/b.proto\"; message N { b.B b = 1; }\n",
            ["new.proto"] = "no set",
        };
        var expected = CommandLineCase.RunProtoc(files, line.Split(' '), set.Files, addsIncludes: false);
        var actual = CommandLineCase.RunProtoGen(files, line.Split(' '), set.Files, addsIncludes: false);
        Assert.Equal(expected.Errors, actual.Errors);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
        Assert.Equal(expected.Files.Keys.Order(), actual.Files.Keys.Order());
        Assert.All(expected.Files, file => Assert.Equal(file.Value, actual.Files[file.Key]));
    }

    [Theory]
    [InlineData("cpp")]
    [InlineData("java")]
    [InlineData("kotlin")]
    [InlineData("php")]
    [InlineData("ruby")]
    [InlineData("rbs")]
    [InlineData("objc")]
    [InlineData("rust")]
    public void OutputForALanguageWithoutGeneratorNamesThePlugin(string language)
    {
        var outcome = CommandLineCase.RunProtoGen(Files, ["-I.", $"--{language}_out=.", "sub/b.proto"]);
        Assert.Equal((1, 0), (outcome.ExitCode, outcome.Files.Count));
        Assert.Equal(
            $"--{language}_out: protogenc has no built-in generator for this language. Specify a plugin with --plugin=protoc-gen-{language}=PATH, or add the folder of protoc-gen-{language} to PATH.\n",
            outcome.Errors);
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("csharp_out=out --csharp_opt=base_namespace=")]
    [InlineData("csharp_out=out --csharp_opt=base_namespace=A,file_extension=.g.cs")]
    [InlineData("csharp_out=internal_access,serializable:out")]
    public void CSharpFilesHaveTheSameNames(string arguments)
    {
        var files = new Dictionary<string, string>
        {
            ["out/keep"] = "",
            ["my_file-1.x.proto"] = "syntax = \"proto3\"; option csharp_namespace = \"A.B.C\"; message A { }\n",
        };
        string[] line = ["-I.", .. ("--" + arguments).Split(' '), "my_file-1.x.proto"];
        var expected = CommandLineCase.RunProtoc(files, line);
        var actual = CommandLineCase.RunProtoGen(files, line);
        Assert.Equal((0, 0), (expected.ExitCode, actual.ExitCode));
        Assert.Equal(expected.Files.Keys.Order(), actual.Files.Keys.Order());
    }

    [OracleTheory(Oracle.Protoc, Oracle.Shell)]
    [InlineData("present.proto")]
    [InlineData("absent.proto")]
    [InlineData("self.proto")]
    public void LinkToMissingFileIsReportedLikeMissingFile(string input)
    {
        var files = new Dictionary<string, string>
        {
            ["a.proto"] = "syntax = \"proto3\"; message A { }\n",
            ["present.proto"] = CommandLineCase.LinkMark + "a.proto",
            ["absent.proto"] = CommandLineCase.LinkMark + "missing.proto",
            ["self.proto"] = CommandLineCase.LinkMark + "self.proto",
        };
        var expected = CommandLineCase.RunProtoc(files, ["-I.", "-oset.pb", input]);
        var actual = CommandLineCase.RunProtoGen(files, ["-I.", "-oset.pb", input]);
        Assert.Equal((expected.Errors, expected.ExitCode), (actual.Errors, actual.ExitCode));
    }
}

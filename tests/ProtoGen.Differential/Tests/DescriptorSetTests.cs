using System.Text;
using System.Text.RegularExpressions;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Syntax;
using Xunit;

namespace ProtoGen.Differential.Tests;

/// <summary>Compares protoc and protogenc on descriptor sets that no .proto file compiles to.</summary>
public sealed partial class DescriptorSetTests
{
    public static TheoryData<string> Files =>
    [
        // Names.
        "message_type { }",
        "message_type { name: 'a-b' }",
        "message_type { name: 'M' field { name: '' number: 1 type: TYPE_BOOL } enum_type { name: '1 2' value { name: 'é' } } oneof_decl { name: '' } }",
        "message_type { name: 'M' nested_type { name: 'N\\000' field { name: 'f' number: 1 type: TYPE_INT32 } } }",
        "service { name: 'S' method { name: '?' input_type: 'M' output_type: '' } }",
        "package: 'p..q' message_type { name: 'M' }",
        "package: 'p.$'",
        "package: 'p.\\000'",

        // Names that are already taken in the database of the set.
        "message_type { name: 'M' } enum_type { name: 'M' value { name: 'A' } }",
        "package: 'p' message_type { name: 'M.N' } message_type { name: 'M' }",
        "package: 'p' service { name: 'M' } extension { name: 'M' }",
        "message_type { name: 'M' extension_range { start: 1 end: 9 } extension { name: 'a' extendee: '.M' number: 1 type: TYPE_INT32 } "
            + "extension { name: 'b' extendee: '.M' number: 1 type: TYPE_INT32 } }",

        // Entries of maps.
        "message_type { name: 'M' nested_type { name: 'AEntry' options { map_entry: true } field { name: 'key' number: 1 type: TYPE_INT32 label: LABEL_OPTIONAL } "
            + "field { name: 'value' number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL } } field { name: 'a' number: 1 label: LABEL_REPEATED type: TYPE_GROUP type_name: '.M.AEntry' } "
            + "field { name: 'b' number: 2 label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.M.AEntry' } field { name: 'c' number: 3 label: LABEL_OPTIONAL type: TYPE_MESSAGE type_name: '.M.AEntry' } }",
        "message_type { name: 'M' nested_type { name: 'AEntry' options { map_entry: true } field { name: 'key' number: 1 type: TYPE_INT32 label: LABEL_OPTIONAL } } "
            + "field { name: 'a' number: 1 label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.M.AEntry' } field { name: 'x' number: 2 type: TYPE_MESSAGE type_name: '.M.AEntry' } }",

        // Imports, syntax, editions.
        "dependency: 'b.proto' public_dependency: [0, 1, -1] weak_dependency: [5]",
        "dependency: 'missing.proto'",
        "dependency: 'google/protobuf/any.proto'",
        "option_dependency: 'b.proto'",
        "edition: EDITION_2024 syntax: 'editions' dependency: 'b.proto' weak_dependency: 0",
        "syntax: 'proto4'",
        "syntax: 'editions'",
        "syntax: 'editions' edition: EDITION_UNKNOWN",

        // Names of a file that isn't imported.
        "message_type { name: 'M' field { name: 'f' number: 1 type_name: 'OfB' } field { name: 'g' number: 2 type_name: '.OfB.Not' } }",
        "package: 'p.q' message_type { name: 'M' field { name: 'f' number: 1 type_name: 'OfB' } } service { name: 'S' method { name: 'R' input_type: '.OfB' output_type: '.p.q.M' } }",
        "message_type { name: 'M' extension { name: 'f' number: 1 type: TYPE_INT32 extendee: 'OfB' } }",

        // Fields.
        "message_type { name: 'M' field { name: 'f' number: 1 extendee: 'M' type: TYPE_INT32 } extension { name: 'x' number: 1 type: TYPE_INT32 oneof_index: 0 } }",
        "message_type { name: 'M' field { name: 'f' number: 1 extendee: '' } extension { name: 'x' extendee: '' number: 1 } }",
        "message_type { name: 'M' field { name: 'f' number: 1 oneof_index: 1 type: TYPE_INT32 } field { name: 'g' number: 2 oneof_index: -1 type: TYPE_INT32 } }",
        "message_type { name: 'M' oneof_decl { name: 'o' } field { name: 'f' number: 1 oneof_index: 0 type: TYPE_INT32 label: LABEL_REPEATED } }",
        "message_type { name: 'M' field { name: 'f' number: 1 type: TYPE_INT32 proto3_optional: true } }",
        "syntax: 'proto3' message_type { name: 'M' oneof_decl { name: 'a' } oneof_decl { name: 'b' } field { name: 'f' number: 1 type: TYPE_INT32 oneof_index: 0 proto3_optional: true } "
            + "field { name: 'g' number: 2 type: TYPE_INT32 oneof_index: 1 } }",
        "syntax: 'proto3' message_type { name: 'M' oneof_decl { name: 'a' } field { name: 'f' number: 1 type: TYPE_INT32 oneof_index: 0 proto3_optional: true } "
            + "field { name: 'g' number: 2 type: TYPE_INT32 oneof_index: 0 } }",
        "message_type { name: 'M' field { name: 'f' number: 1 } field { name: 'g' number: 2 type: TYPE_MESSAGE } field { name: 'h' number: 3 type_name: '' } }",
        "message_type { name: 'M' enum_type { name: 'E' value { name: 'A' } } field { name: 'f' number: 1 type: TYPE_ENUM type_name: 'M' } "
            + "field { name: 'g' number: 2 type: TYPE_MESSAGE type_name: 'M.E' } field { name: 'h' number: 3 type: TYPE_GROUP type_name: 'E' } field { name: 'i' number: 4 type: TYPE_INT32 type_name: 'M' } }",

        // Defaults.
        "message_type { name: 'M' "
            + Defaults("INT32", "0x1F", "010", " +7", "-0", "99999999999", "-99999999999999999999", "8", "09", "0x", "1 ", "x") + " }",
        "message_type { name: 'M' " + Defaults("UINT32", "-1", "0xFFFFFFFFF", "99999999999999999999", "+ 1", "") + " }",
        "message_type { name: 'M' " + Defaults("UINT64", "-1", "18446744073709551616") + Defaults("SINT64", "9223372036854775808") + " }",
        "message_type { name: 'M' " + Defaults("FLOAT", "1.", ".5", "1e3", "1e99", "-INF", "Infinity", "1.10")
            + Defaults("DOUBLE", "nan", "-nan", "1e-3", "0.10") + " }",
        "message_type { name: 'M' " + Defaults("FLOAT", "1e", ".", "--1", "1f", " 2", "+2", "") + Defaults("BOOL", "1", "")
            + Defaults("BYTES", "\\\\q", "\\\\400", "\\\\x", "a\\\\") + " }",
        "message_type { name: 'M' " + Defaults("BYTES", "\\\\x41\\\\a\\\\7b", "é\\\"", "\\\\?") + Defaults("STRING", "\\\\q\\n") + " }",
        "message_type { name: 'M' " + Defaults("MESSAGE", "x")
            + "field { name: 'r' number: 99 label: LABEL_REPEATED type: TYPE_INT32 default_value: 'x' } }",

        // Entries of maps.
        Map("name: 'key' number: 1 label: LABEL_OPTIONAL type: TYPE_INT32", ""),
        Map(
            "name: 'key' number: 1 label: LABEL_OPTIONAL type: TYPE_INT32",
            "field { name: 'value' number: 2 label: LABEL_OPTIONAL type: TYPE_INT32 }"),
        Map(
            "name: 'key' number: 1 label: LABEL_OPTIONAL type: TYPE_FLOAT",
            "field { name: 'value' number: 2 label: LABEL_OPTIONAL type: TYPE_INT32 }"),
        Map(
            "name: 'clef' number: 1 label: LABEL_OPTIONAL type: TYPE_INT32",
            "field { name: 'value' number: 2 label: LABEL_OPTIONAL type: TYPE_INT32 }"),
        Map(
            "name: 'key' number: 1 label: LABEL_OPTIONAL type: TYPE_INT32",
            "field { name: 'value' number: 3 label: LABEL_OPTIONAL type: TYPE_INT32 }"),
        Map(
            "name: 'key' number: 1 label: LABEL_REPEATED type: TYPE_INT32",
            "field { name: 'value' number: 2 label: LABEL_OPTIONAL type: TYPE_INT32 }"),
        Map(
            "name: 'key' number: 1 label: LABEL_OPTIONAL type: TYPE_INT32",
            "field { name: 'value' number: 2 label: LABEL_OPTIONAL type: TYPE_INT32 } nested_type { name: 'N' }"),

        // Options.
        "options { } message_type { name: 'M' options { } field { name: 'f' number: 1 type: TYPE_INT32 options { } } } enum_type { name: 'E' value { name: 'A' options { } } }",
        "options { uninterpreted_option { name { name_part: 'java_package' is_extension: false } string_value: 'x' } }",
        "syntax: 'editions' edition: EDITION_2024 options { features { default_symbol_visibility: DEFAULT_SYMBOL_VISIBILITY_UNKNOWN } }",
    ];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Files))]
    public void SingleFileOfSetGivesProtocsVerdict(string file)
    {
        AssertSame(SetOf(file), "--descriptor_set_in=in.pb", "-oout.pb", "--retain_options", "a.proto");
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("--descriptor_set_in=in.pb")]
    public void OptionNameWithoutPartIsInvalidSet(string argument)
    {
        byte[] name = [0x0A, 0x03, 0x6F, 0x6E, 0x65];
        var set = Wrap(1, Wrap(1, "a.proto"u8.ToArray()), Wrap(8, Wrap(999, Wrap(2, name))));
        var expected = Run(CommandLineCase.RunProtoc, set, argument, "-oout.pb", "a.proto");
        var actual = Run(CommandLineCase.RunProtoGen, set, argument, "-oout.pb", "a.proto");
        Assert.Equal((1, 1), (expected.ExitCode, actual.ExitCode));
        Assert.EndsWith(actual.Errors, expected.Errors, StringComparison.Ordinal);
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("--descriptor_set_in=in.pb")]
    [InlineData("-I. --descriptor_set_in=in.pb")]
    public void InvalidUnneededOptionImportIsReported(string arguments)
    {
        var set = Encode(
            "file { name: 'b.proto' message_type { name: 'M' field { name: 'f' number: 0 type: TYPE_INT32 } } } "
            + "file { name: 'a.proto' syntax: 'editions' edition: EDITION_2024 option_dependency: 'b.proto' message_type { name: 'N' } }");
        string[] line = [.. arguments.Split(' '), "-oout.pb", "a.proto"];
        var expected = Run(CommandLineCase.RunProtoc, set, line);
        var actual = Run(CommandLineCase.RunProtoGen, set, line);
        Assert.Equal(expected.Errors.Split('\n')[0], actual.Errors.Split('\n')[0]);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
        Assert.Equal(expected.Files.GetValueOrDefault("out.pb"), actual.Files.GetValueOrDefault("out.pb"));
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("--descriptor_set_in=in.pb")]
    [InlineData("-I. --descriptor_set_in=in.pb")]
    public void OnlyFilesInFoldersGetWarnings(string arguments)
    {
        var set = Encode(
            "file { name: 'b.proto' message_type { name: 'OfB' } } file { name: 'a.proto' syntax: 'editions' edition: EDITION_2023 dependency: 'b.proto' "
            + "message_type { name: 'M' field { name: 'f' number: 1 type: TYPE_INT32 label: LABEL_OPTIONAL options { ctype: CORD } } } }");
        AssertSame(set, [.. arguments.Split(' '), "-oout.pb", "a.proto"]);
    }

    /// <summary>Descriptor sets of a file a.proto, each given by the bytes after the file's name.</summary>
    [OracleTheory(Oracle.Protoc)]
    [InlineData("10 05")] // The package as a number: unknown.
    [InlineData("22 05 0A 01 4D 48 01")] // A reserved range of a message M as a number.
    [InlineData("22 06 0A 01 4D 4A 01 08")] // A truncated reserved range.
    [InlineData("22 07 0A 01 4D 4A 02 08 FF")] // A reserved range that is truncated in a number.
    [InlineData("52 02 01 FF")] // Truncated indexes of public imports.
    [InlineData("23 0A 01 4D 24")] // A message as a group: unknown.
    [InlineData("42 03 0A 05 4D")] // Truncated options.
    [InlineData("42 04 9A 03 02 08")] // Truncated features.
    [InlineData("42 05 50 01 9A 03 00")] // A string option as a number, and features.
    public void FieldsOfWrongTypeAreUnknownAndTruncatedSetsAreInvalid(string hex)
    {
        byte[] content = [0x0A, 0x07, .. "a.proto"u8, .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))];
        AssertSame(Wrap(1, content), "--descriptor_set_in=in.pb", "-oout.pb", "a.proto");
    }

    /// <summary>Returns the diagnostics for the sets that have one file.</summary>
    internal static IEnumerable<Diagnostic> Diagnostics() => Files.AsEnumerable<object[]>().SelectMany(row =>
    {
        Assert.True(DescriptorSetReader.TryRead(SetOf((string)row[0]), out var files));
        var sets = files.ToDictionary(file => file.File.Name, file => new Lazy<ParsedFile>(file));
        return Linker.Link(files, new LinkOptions { CommandLine = ["a.proto"], Sets = sets }).Diagnostics;
    });

    private static byte[] SetOf(string file) =>
        Encode("file { name: 'b.proto' message_type { name: 'OfB' } } file { name: 'a.proto' " + file + " }");

    private static string Defaults(string type, params string[] values) => string.Concat(
        values.Select((value, index) =>
            $"field {{ name: '{type.ToLowerInvariant()}_{index}' number: {index + 1 + (type[0] * 10)} label: LABEL_OPTIONAL "
            + $"type: TYPE_{type} default_value: '{value}' }} "));

    private static string Map(string key, string rest) =>
        "message_type { name: 'M' field { name: 'map' number: 1 label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.M.MapEntry' } "
        + $"nested_type {{ name: 'MapEntry' options {{ map_entry: true }} field {{ {key} }} {rest} }} }}";

    private static void AssertSame(byte[] set, params string[] arguments)
    {
        var expected = Run(CommandLineCase.RunProtoc, set, arguments);
        var actual = Run(CommandLineCase.RunProtoGen, set, arguments);
        Assert.Equal(LogPrefix().Replace(expected.Errors, "in.pb: "), actual.Errors);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
        Assert.Equal(expected.Files.GetValueOrDefault("out.pb"), actual.Files.GetValueOrDefault("out.pb"));
    }

    private static CommandLineCase.Outcome Run(CommandLineCase.Runner run, byte[] set, params string[] arguments) =>
        run(new Dictionary<string, string>(), arguments, new Dictionary<string, byte[]> { ["in.pb"] = set }, false);

    private static byte[] Encode(string text)
    {
        var run = Protoc.Run(
            Environment.CurrentDirectory,
            ["-I" + Protoc.IncludePath, "--encode=google.protobuf.FileDescriptorSet", "google/protobuf/descriptor.proto"],
            Encoding.UTF8.GetBytes(text));
        Assert.Equal(0, run.ExitCode);
        return run.Output;
    }

    /// <summary>Encodes a length-delimited field of fewer than 128 bytes.</summary>
    private static byte[] Wrap(int field, params byte[][] content)
    {
        var bytes = content.SelectMany(part => part).ToArray();
        var tag = (field << 3) | 2;
        byte[] head = tag < 0x80 ? [(byte)tag] : [(byte)(tag | 0x80), (byte)(tag >> 7)];
        return [.. head, (byte)bytes.Length, .. bytes];
    }

    /// <summary>Matches the prefix of protoc's log lines, in place of which protogenc prints the name of the set.</summary>
    [GeneratedRegex(@"^E\d+ \S+ +\d+ descriptor_database\.cc:\d+\] ", RegexOptions.Multiline)]
    private static partial Regex LogPrefix();
}

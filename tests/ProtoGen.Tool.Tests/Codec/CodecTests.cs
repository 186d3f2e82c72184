using System.Text;

namespace ProtoGen.Tool.Tests.Codec;

/// <summary>Compares --encode, --decode and --decode_raw with protoc's: output, error text and exit code.</summary>
public sealed class CodecTests(CodecFixture fixture) : IClassFixture<CodecFixture>
{
    public static TheoryData<string> Texts =>
    [
        // Values.
        "",
        "i32: 0x7fffffff i64: -0x8000000000000000 u64: 01777777777777777777777",
        "i32: 99999999999",
        "i32: -2147483649",
        "u32: -1",
        "i32: 1.0",
        "i32: 0x",
        "i32: 09",
        "f: 1e400 d: -1e400",
        "f: inf d: -Infinity",
        "f: nan d: -NAN",
        "f: 0x10",
        "f: Half",
        "d: 017",
        "d: 0",
        "d: 1.5f f: .5 ",
        "d: 1e",
        "d: 1.2.3",
        "d: 5.",
        "f: 1.5abc",
        "i32: - 5 f: - inf d: -  1",
        "b: 1 ",
        "b: 2",
        "b: True",
        "b: yes",
        "b: \"true\"",
        "e: ONE es: [ONE, 1, NEG, -1] named { key: true value: ONE }",
        "e: TWO",
        "e: 7",
        "e: 99999999999",
        "e: \"ONE\"",
        "e: -",
        "s: \"a\" \"b\"\n 'c' raw: \"\\xff\\377\\u00e9\\U0001F600\\a\\b\\f\\n\\r\\t\\v\\?\\'\\\"\\\\\\0\" ",
        "s: \"\\xff\"",
        "s: \"\\ud83d\\ude00\"",
        "s: \"\\ud83d\"",
        "s: \"\\U00110000\"",
        "s: \"\\u12\"",
        "s: \"\\x\"",
        "s: \"\\q\"",
        "s: \"a\nb\"",
        "s: \"a",
        "s: 'a\\",
        "s: 5",
        "s: a",
        "z32: -2147483648 sf64: -9223372036854775808 f32: 4294967295",
        // Separators, lists, brackets and comments.
        "i32: 1; i64: 2, u32: 3",
        "i32: 1;, i64: 2",
        "i32: 1 # c\ni64: 2# c",
        "i32: 1 // c",
        "i32: 1 /* c */",
        "i32 1",
        "i32",
        "i32:",
        ": 1",
        "\ti32:\t\tx",
        "i32: 1\u0001\u0002i64: 2",
        "é: 1",
        "abc.5: 1",
        "many: [1, 2] many: [] many: 3",
        "many: [1, 2,]",
        "many: [1 2]",
        "many: [1",
        "many: [[1]]",
        "i32: [1]",
        "texts: ['a', \"b\" 'c']",
        "ms: [ {i32: 1}, <i32: 2> ] ms {} ms <> ms: {}",
        "m: [ {i32: 1} ]",
        "m < i32: 1 }",
        "m { i32: 1",
        "m: 5",
        "m }",
        "i32: 1 }",
        // Names.
        "nope: 1",
        "nope { }",
        "old: 5 i32: 1",
        "old { a: [1, { b: 'c' }] [x.y]: 1 } i32: 1",
        "old: [",
        "obsolete: 5",
        "I32: 1",
        "1: 5",
        "100: 5",
        "grp { x: 1 }",
        "Grp { x: 1 } rep { y: 1 } Rep { y: 2 }",
        "Grp: { x: 1 }",
        // Twice, oneofs, required fields.
        "i32: 1 i32: 2",
        "m {} m {}",
        "first: 1 second: \"x\"",
        "first: 0 first: 0",
        "rep { }",
        "[a.rr] { more { } all { r: 1 } all { } }",
        "by { key: 5 value { i32: 3 } } by { key: 5 value { i32: 4 } } counts: [{key: \"a\" value: 1}, {value: 2}]",
        "counts { } by { key: 1 } named { } counts { key: 'a' key: 'b' }",
        // Extensions.
        "[a.ext]: 5 [a.exts]: ['a', 'b'] [a.eg] { y: 1 } [a.extm] { i32: 1 } [a.ee]: ONE [a.pk]: [1, 2]",
        "[ a . ext ] : 5",
        "[a.ext]: 5 [a.ext]: 6",
        "[a.Eg] { y: 2 }",
        "[a.M]: 5",
        "[ext]: 5",
        "[a.R.rr] { r: 1 }",
        "[a.none]: 5",
        "[a..b]: 1",
        "[a.]: 1",
        "[]: 1",
        "[a/b/c]: 1",
        "[5]: 1",
        "[a-b]: 1",
        "[a%b/x.y]: 1",
        "[/]: 1",
        "[a/]: 1",
        "[a#c\n]: 1",
        "[é]: 1",
        "[a?/b]: 1",
        "[a'/a.R]: 1",
        "[",
        "[a.ext",
        "[a.ext]",
        "[a.ext] 5",
        // Message sets.
        "set { [a.InSet] { n: 5 } }",
        "set { [a.InSet.in_set] { n: 300 more: 'a' } [a.Other.other] { n: 1 } }",
        "set { [a.InSet] { n: 5 } [a.InSet.in_set] { n: 6 } }",
        "set { [a.Other] { } }",
        "set { n: 1 }",
        // Any.
        "any { type_url: 'x/a.M' value: '\\010\\001' }",
        "any { [type.googleapis.com/a.InSet] { n: 5 } }",
        "any: { [a!$&()*+,;=~_%2F/a.R]: <r: 1> }",
        "any { [a/b/a.R] { r: 1 } value: 'x' }",
        "any { [x/a.R] { } }",
        "any { [a.R] { r: 1 } }",
        "any { [/a.R] { r: 1 } }",
        "any { [x/a.None] { } }",
        "any { [x/a.R] { r: 1 } [x/a.R] { r: 1 } }",
        "any { [x/a.R] { r: 1 } type_url: 'x' }",
        "any { type_url: 'x' [x/a.R] { r: 1 } }",
        "any { [x/a.R] }",
        "any { [x/a.R]: 5 }",
        "any { [x/a.R]: [{}] }",
    ];

    public static TheoryData<string> Wires =>
    [
        "",
        "0801",
        "08ffffffff0f",
        "0880808080808080808080",
        "3805",
        "38808001",
        "5001",
        "5005",
        "50015005",
        "c20103000102",
        "c20109feffffffffffffff01",
        "c201020502",
        "a80105a80101",
        "4201ff",
        "42",
        "4205",
        "5a020801",
        "5a0208015a021002",
        "8b0108058c01",
        "8b0108058b010807",
        "8b01080c",
        "e30108058401",
        "7a050a0161100b",
        "7a00",
        "7a0210057a02100a",
        "82010f12023801120931381700000000000000",
        "ba010408001003",
        "ba01080800100210030800",
        "900105",
        "9001059a010161",
        "9a0101619001059a0100",
        "a00605",
        "aa06020801",
        "b20601610801",
        "bb0608059c06",
        "bb060805bc06",
        "c00607",
        "c00601",
        "ca0600",
        "ca0602080a",
        "d2060301020a",
        "a201040a02782f",
        "9a3e05",
        "9a3e020805",
        "993e0000000000000840",
        "9d3e0000803f",
        "9b3e08059c3e",
        "0c",
        "00",
        "0000",
        "07",
        "0f",
        // Message sets.
        "b201090b10e8071a0208050c",
        "b201090b1a02080510e8070c",
        "b201090b10e9071a0208050c",
        "b2010710e8071a020805",
        "b20105c23e020805",
        "b20103c83e05",
        "b2010d0b10e8071a0208051a0208060c",
        "b201060b1a0208050c",
        "b201050b10e8070c",
        "b201090b10e807180520050c",
        "b201120b10e8071a0208050c0b10e8071a0208060c",
        "b201120b10e8071a0208050c0b10e9071a0208060c",
        "b2010c0b10e90710e8071a0208050c",
        "b2010a0b10e8071a0308050f0c",
        "b201080b10e8071a020805",
        "b201080b10001a0208050c",
        "b2010c0b10d00f1a050a0308010a0c",
        "b20104120208050c",
    ];

    public static TheoryData<string> Lines =>
    [
        "--decode=a.None a.proto",
        "--decode=a.E a.proto",
        "--decode=a.M",
        "--decode=a.M a.proto b.proto",
        "--decode=b.M a.proto b.proto",
        "--decode=b.M a.proto",
        "--decode= a.proto",
        "--decode",
        "--encode= a.proto",
        "--encode=a.M --decode=a.M a.proto",
        "--encode=a.M --encode=a.M a.proto",
        "--decode_raw a.proto",
        "--decode_raw=x",
        "--decode=a.M --deterministic_output a.proto",
        "--decode=a.M -o x.pb a.proto",
        "--decode=a.M --csharp_out=. a.proto",
        "--decode=a.M missing.proto",
        "--decode=a.R --fatal_warnings a.proto",
        "--encode=a.R --fatal_warnings a.proto",
        "--encode=a.M --error_format=msvs a.proto",
        "--print_free_field_numbers --decode=a.M a.proto",
        "--decode=a.M --print_free_field_numbers a.proto",
        "--decode=a.M --dependency_out=x a.proto",
        "--decode=a.M --edition_defaults_out=x a.proto",
    ];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Texts))]
    public void TextIsEncodedAsByProtoc(string text) =>
        fixture.AssertSame(Encoding.UTF8.GetBytes(text), "--encode=a.M", "--deterministic_output", "a.proto");

    [OracleTheory(Oracle.Protoc)]
    [InlineData("i32: 0 d: -0 s: '' raw: '' e: ZERO o32: 0 first: 0 f: -0.0")]
    [InlineData("e: 7 es: [ONE, 9] values { key: 'a' value { null_value: NULL_VALUE } }")]
    [InlineData("values { key: 'a' value { struct_value { fields { key: 'b' value { list_value { values { bool_value: true } } } } } } }")]
    [InlineData("names { key: -1 value: 'x' }")]
    [InlineData("second { value: 'a' } third { }")]
    [InlineData("s: '\\377'")]
    [InlineData("anys: [{ [x/b.M] { old { Grp { } } } }, { [x/a.M] { i32: 1 } }]")]
    public void TextOfProto3IsEncodedAsByProtoc(string text) =>
        fixture.AssertSame(Encoding.UTF8.GetBytes(text), "--encode=b.M", "--deterministic_output", "b.proto");

    [OracleTheory(Oracle.Protoc)]
    [InlineData("implicit: 0 needed: 1 N { a: 1 }")]
    [InlineData("needed: 1 n { a: 1 } like { b: 'x' } Like { a: 1 } same { a: 2 }")]
    [InlineData("needed: 1 all { a: 1 } closed: X closed: Y")]
    [InlineData("closed: 7")]
    [InlineData("open: [P, 9] spread: [1, 2] loose: '\\377' needed: 2 [c.e] { a: 1 } [c.ec]: Y [c.text]: 'a'")]
    public void TextOfAnEditionIsEncodedAsByProtoc(string text) =>
        fixture.AssertSame(Encoding.UTF8.GetBytes(text), "--encode=c.M", "--deterministic_output", "c.proto");

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Wires))]
    public void BytesAreDecodedAsByProtoc(string hex)
    {
        fixture.AssertSame(Convert.FromHexString(hex), "--decode=a.M", "a.proto");
        fixture.AssertSame(Convert.FromHexString(hex), "--decode_raw");
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("b.M", "0800300038002201ff")]
    [InlineData("b.M", "190000000000000080850100000080")]
    [InlineData("b.M", "5a0c0a0161120708031100000000")]
    [InlineData("b.M", "0880808080103005")]
    [InlineData("c.M", "080010011a0008012b0801242a01ff3803380540045303500154")]
    [InlineData("c.M", "1b08011c23080224480141")]
    [InlineData("c.M", "10014b08054ca306080ca406")]
    public void BytesOfOtherSyntaxesAreDecodedAsByProtoc(string type, string hex) =>
        fixture.AssertSame(Convert.FromHexString(hex), "--decode=" + type, type[0] + ".proto");

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Lines))]
    public void CommandLineGivesProtocsOutcome(string line) => fixture.AssertSame([], line.Split(' '));

    [OracleTheory(Oracle.Protoc)]
    [InlineData(100)]
    [InlineData(101)]
    public void DepthIsLimitedAsByProtoc(int levels)
    {
        byte[] wire = [];
        for (var level = 0; level < levels; level++)
        {
            wire = [0x1A, .. Varint(wire.Length), .. wire];
        }

        fixture.AssertSame(wire, "--decode=google.protobuf.DescriptorProto", "google/protobuf/descriptor.proto");
        fixture.AssertSame(wire, "--decode_raw");
        var text = string.Concat(Enumerable.Repeat("nested_type{", levels)) + new string('}', levels);
        fixture.AssertSame(Encoding.ASCII.GetBytes(text), "--encode=google.protobuf.DescriptorProto", "google/protobuf/descriptor.proto");
    }

    private static byte[] Varint(int length) => length < 128 ? [(byte)length] : [(byte)(length | 0x80), (byte)(length >> 7)];
}

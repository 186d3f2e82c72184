namespace ProtoGen.Tool.Tests.Plugins;

/// <summary>Compares the requests that protogenc and protoc send to plugins, and their use of the responses.</summary>
public class PluginTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["a.proto"] = "syntax = \"proto3\"; package a; // c\nimport \"sub/b.proto\"; message A { b.B b = 1; }\n",
        ["sub/b.proto"] = "syntax = \"proto3\"; package b; message B { optional int32 snake_case = 1; }\n",
        ["edition.proto"] =
            "edition = \"2023\";\nmessage E { int32 a = 1 [features.field_presence = IMPLICIT]; extensions 5 to 6 [verification = UNVERIFIED]; }\n",
        ["request"] = Script("cat > request.bin"),
        ["fail"] = Script("cat > /dev/null; echo broken >&2; exit 3"),
        ["kill"] = Script("kill -9 $$"),
        ["garbage"] = Script("cat > /dev/null; printf '\\377garbage\"'"),
        ["empty"] = Script("cat > /dev/null"),
        ["error"] = Response("\\012\\005wrong"),
        ["one"] = Response(
            "\\020\\003"
            + File(
                "x.txt",
                "line @@protoc_insertion_point(p)\\n  // @@protoc_insertion_point(q)\\n/* @@protoc_insertion_point(r) */ end\\n")),
        ["insert"] = Response(
            "\\020\\003" + Insert("x.txt", "p", "P1\\nP2") + Insert("x.txt", "q", "Q1\\nQ2\\n") + Insert("x.txt", "r", "R")),
        ["insert_nowhere"] = Response("\\020\\003" + Insert("x.txt", "nope", "P") + Insert("y.txt", "p", "P")),
        ["chunks"] = Response("\\020\\003" + File("x.txt", "a") + Chunk("b") + File("dir/y.txt", "c") + Chunk("d")),
        ["nameless"] = Response("\\020\\003" + Chunk("b")),
        ["twice"] = Response("\\020\\003" + File("x.txt", "a") + File("x.txt", "b")),
        ["escape"] = Response("\\020\\003" + File("../x.txt", "a")),
        ["no_optional"] = Response("\\020\\002\\030\\350\\007\\040\\350\\007" + File("x.txt", "a")),
        ["no_editions"] = Response("\\020\\001" + File("x.txt", "a")),
        ["later_editions"] = Response("\\020\\003\\030\\351\\007\\040\\351\\007" + File("x.txt", "a")),
        ["earlier_editions"] = Response("\\020\\003\\030\\347\\007\\040\\347\\007" + File("x.txt", "a")),
    };

    public static TheoryData<string> Lines =>
    [
        " --t_out=. a.proto",
        "request --t_out=. a.proto",
        "request --t_out=. a.proto sub/b.proto",
        "request --t_out=x,y=z:. --t_opt=q --t_opt=r edition.proto",
        "request --t_out=bootstrap:. edition.proto",
        "fail --t_out=. a.proto",
        "kill --t_out=. a.proto",
        "garbage --t_out=. a.proto",
        "empty --t_out=. a.proto",
        "empty --t_out=. sub/b.proto",
        "error --t_out=. a.proto",
        "one --t_out=. a.proto",
        "one --t_out=nowhere a.proto",
        "one --t_out=. --plugin=protoc-gen-u=./insert --u_out=. a.proto",
        "one --t_out=. --plugin=protoc-gen-u=./insert --u_out=. --u_out=. a.proto",
        "one --t_out=. --plugin=protoc-gen-u=./insert_nowhere --u_out=. a.proto",
        "insert --t_out=. a.proto",
        "chunks --t_out=. a.proto",
        "chunks --t_out=. --dependency_out=deps a.proto",
        "nameless --t_out=. a.proto",
        "twice --t_out=. a.proto",
        "escape --t_out=. a.proto",
        "no_optional --t_out=. a.proto",
        "no_optional --t_out=. sub/b.proto",
        "no_editions --t_out=. edition.proto",
        "later_editions --t_out=. edition.proto",
        "earlier_editions --t_out=. edition.proto",
        "one --t_prefix=sh --t_out=. a.proto",
        "one --t_prefix=env\tX=1 --t_out=. a.proto",
        "one --t_prefix=missing_command --t_out=. a.proto",
        "escape --t_out=x.zip a.proto",
        "escape --t_out=x.zip --unsafe_allow_out_dir_escape a.proto",
    ];

    [OracleTheory(Oracle.Protoc, Oracle.Shell)]
    [MemberData(nameof(Lines))]
    public void PluginsGiveProtocsOutcome(string line)
    {
        string[] arguments = ["-I.", .. ("--plugin=protoc-gen-t=" + (line[0] == ' ' ? "" : "./") + line).Split(' ')];
        var expected = CommandLineCase.RunProtoc(Files, arguments);
        var actual = CommandLineCase.RunProtoGen(Files, arguments);
        Assert.Equal(expected.Errors, actual.Errors);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
        Assert.Equal(expected.Files.Keys.Order(), actual.Files.Keys.Order());
        Assert.All(
            expected.Files.Where(file => !file.Key.EndsWith(".zip", StringComparison.Ordinal)),
            file => Assert.Equal(file.Value, actual.Files[file.Key]));
    }

    private static string Script(string body) => "#!/bin/sh\n" + body + "\n";

    private static string Response(string octal) => Script($"cat > /dev/null; printf '{octal}'");

    private static string File(string name, string content) => Message(Text(1, name) + Text(15, content));

    private static string Insert(string name, string point, string content) => Message(Text(1, name) + Text(2, point) + Text(15, content));

    private static string Chunk(string content) => Message(Text(15, content));

    private static string Message(string fields) => Octal((15 << 3) | 2) + Octal(Length(fields)) + fields;

    private static string Text(int number, string value) => Octal((number << 3) | 2) + Octal(Length(value)) + value;

    private static string Octal(int value) => "\\" + Convert.ToString(value, 8).PadLeft(3, '0');

    /// <summary>Returns the number of bytes that printf writes for the text; fewer than 128, so that the length is one byte.</summary>
    private static int Length(string text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++, length++)
        {
            if (text[i] == '\\')
            {
                i += text[i + 1] == 'n' ? 1 : 3;
            }
        }

        return length < 128 ? length : throw new ArgumentException("too long", nameof(text));
    }
}

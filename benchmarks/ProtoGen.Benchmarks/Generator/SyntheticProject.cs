using System.Text;

namespace ProtoGen.Benchmarks.Generator;

/// <summary>A project of many .proto files: many files import a few of them, and few or none import the others.</summary>
internal static class SyntheticProject
{
    /// <summary>The number of files that the others import.</summary>
    public const int SharedFiles = 20;

    private const int Messages = 5;
    private const int Fields = 10;

    /// <summary>Returns the path of a file.</summary>
    public static string PathOf(int file) =>
        file < SharedFiles ? $"/src/App/common/shared{file}.proto" : $"/src/App/area{file % 10}/file{file}.proto";

    /// <summary>Returns the text of a file in one of its versions, which differ in the name of a field.</summary>
    public static string TextOf(int file, int version)
    {
        var text = new StringBuilder($"syntax = \"proto3\";\npackage bench.f{file};\n\n");
        var shared = file % SharedFiles;
        if (file >= SharedFiles) text.Append($"import \"common/shared{shared}.proto\";\nimport \"google/protobuf/timestamp.proto\";\n");
        for (var message = 0; message < Messages; message++) AppendMessage(text, file, message, version);
        text.Append("service S { rpc Get(M0) returns (M1); rpc Watch(M0) returns (stream M2); }\n");
        return text.ToString();
    }

    private static void AppendMessage(StringBuilder text, int file, int message, int version)
    {
        text.Append($"\n// A message.\nmessage M{message} {{\n");
        for (var field = 1; field <= Fields; field++)
        {
            var type = (field % 5) switch { 0 => "string", 1 => "int32", 2 => "repeated double", 3 => "map<string, bytes>", _ => "M0" };
            text.Append($"  // A field.\n  {type} field_{field}{(field == 1 && message == 0 ? $"_v{version}" : "")} = {field};\n");
        }

        if (file >= SharedFiles) text.Append($"  bench.f{file % SharedFiles}.M0 shared = 100;\n  google.protobuf.Timestamp time = 101;\n");
        text.Append("}\n");
    }
}

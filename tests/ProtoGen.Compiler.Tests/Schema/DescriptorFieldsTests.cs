using System.Reflection;
using System.Text.RegularExpressions;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Tests.Phases;
using ProtoGen.Compiler.WellKnown;

namespace ProtoGen.Compiler.Tests.Schema;

public sealed partial class DescriptorFieldsTests
{
    private const BindingFlags Constants = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    [Fact]
    public void EveryFieldOfDescriptorProtoHasItsNumber()
    {
        var named = typeof(DescriptorFields).GetNestedTypes(Constants)
            .SelectMany(type => type.GetFields(Constants).Select(field => $"{type.Name}.{field.Name} = {field.GetRawConstantValue()}"))
            .ToHashSet();
        var declared = WellKnownFiles.TryGet("google/protobuf/descriptor.proto")!.File.Messages.SelectMany(FieldsOf);
        Assert.Empty(declared.Except(named));
    }

    [Fact]
    public void NoSourceFileContainsABareFieldNumber()
    {
        var found =
            from file in Repository.FindSourceFiles(SourceTree.Path, "*.cs")
            let path = Path.GetRelativePath(SourceTree.Path, file).Replace('\\', '/')
            from line in File.ReadAllLines(file)
            where BareNumber().IsMatch(line) || (path.Contains("/Serialization/") && BareCase().IsMatch(line))
            select $"{path}: {line.Trim()}";
        Assert.Empty(found);
    }

    private static IEnumerable<string> FieldsOf(MessageNode message)
    {
        var name = NameOf(message.Name.Text);
        var own = message.Fields.Select(field => $"{name}.{Pascal(field.Name.Text)} = {field.Number}");
        return own.Concat(message.Messages.SelectMany(FieldsOf));
    }

    private static string NameOf(string message) => message switch
    {
        "DescriptorProto" => "Message",
        "FileDescriptorSet" => "FileSet",
        "NamePart" => "OptionNamePart",
        _ => message.Replace("DescriptorProto", ""),
    };

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(
        @"\b(Locate\(in \w+, \d|AddPath\(\d|(Write(String|TypeName|Int32|Bool|Bytes|Tag|Options|SourceInfo)|BeginMessage|TagOf)\(\d"
        + @"|((Try)?Get(Bool|String|Enums?|Int32|Messages?)|Has)\(\d|Write(Range|To)\(\w+, \d"
        + @"|FieldNumber ([!=]=|is) [1-9]|case \(\d+, WireType)")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"\bcase \d+:|^\s*\d+ =>")]
    private static partial Regex BareCase();
}

using System.Text;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Tests.Codec;

/// <summary>Converts messages with protoc and protogenc, in a folder that contains <see cref="CodecSchema.Files"/>.</summary>
public sealed class CodecFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CodecFixture()
    {
        foreach ((var name, var text) in CodecSchema.Files)
        {
            _folder.Write(name, Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Gets the folder of the files.</summary>
    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();

    /// <summary>Returns the results of both compilers, protoc's first.</summary>
    internal (ProtocRun Expected, ProtocRun Actual) Run(byte[] input, params string[] arguments)
    {
        var all = arguments is ["--decode_raw"] ? arguments : ["-I" + Path, "-I" + Protoc.IncludePath, .. arguments];
        var expected = Protoc.Run(Path, all, input);
        string[] errors = [.. expected.Errors.Split('\n').Where(line => !Protoc.IsOfLog(line))];
        return (expected with { Errors = string.Join('\n', errors) }, RunProtoGen(input, all));
    }

    /// <summary>Asserts that both compilers give the same result, and returns it.</summary>
    internal ProtocRun AssertSame(byte[] input, params string[] arguments)
    {
        var findings = new List<string>();
        var run = Compare(findings, input, arguments);
        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
        return run;
    }

    /// <summary>Adds a finding if the compilers differ, and returns protoc's result.</summary>
    internal ProtocRun Compare(List<string> findings, byte[] input, params string[] arguments)
    {
        (var expected, var actual) = Run(input, arguments);
        if (Describe(expected) != Describe(actual))
        {
            findings.Add($"{string.Join(' ', arguments)}\nINPUT\n{Shown(input)}\n{Difference(Describe(expected), Describe(actual))}");
        }

        return expected;
    }

    private static string Difference(string expected, string actual)
    {
        (var theirs, var ours) = (expected.Split('\n'), actual.Split('\n'));
        var same = theirs.Zip(ours).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n',
            [.. theirs.Take(same).TakeLast(5), "PROTOC", .. theirs.Skip(same).Take(5), "PROTOGENC", .. ours.Skip(same).Take(5)]);
    }

    private static string Describe(ProtocRun run) => $"exit code {run.ExitCode}\n{run.Errors}\n{Shown(run.Output)}";

    private static string Shown(byte[] bytes) =>
        bytes.All(value => value is (>= 32 and < 127) or (byte)'\n')
            ? Encoding.ASCII.GetString(bytes)
            : Convert.ToHexString(bytes) + "\n" + Encoding.Latin1.GetString(bytes);

    private static ProtocRun RunProtoGen(byte[] input, string[] arguments)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        var exitCode = new Compilation(new MemoryStream(input), output, new ErrorStream(errors)).Run(arguments);
        return new ProtocRun(exitCode, Encoding.Latin1.GetString(errors.ToArray()), output.ToArray());
    }
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Project.UserCode;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>Checks that the user's part of a message's class compiles with ProtoGen's code if it does with protoc's.</summary>
public class UserPartTests
{
    private const string Proto = """
        syntax = "proto2";
        package p;
        message A {
          optional int32 id = 1 [default = 7];
          optional string name = 2;
          optional bytes data = 3;
          repeated int32 all = 4;
          repeated string names = 5;
          map<int32, A> by_id = 6;
          optional A next = 7;
          repeated A kids = 8;
          oneof life { int32 lives = 9; string soul = 10; A other = 11; }
          optional group Inner = 12 { optional bool ok = 1; repeated Kind kinds = 2; }
          optional Kind kind = 13 [default = TWO];
          enum Kind { ONE = 1; TWO = 2; }
          extensions 100 to 200;
        }
        """;

    private static readonly ProtoSource[] Sources = [new("a.proto", Proto)];

    private static readonly Lazy<IReadOnlyList<string>> ProtocsCode = new(() => Protoc.GenerateCSharp(Sources));

    // With and without ProtoGen.Runtime, and with annotations.
    private static readonly UserProject[] Projects =
    [
        .. UserProject.All.Where(project => project.Framework != "netstandard2.0")
            .DistinctBy(project => (project.HasRuntime, project.HasRuntime && project.IsAnnotated)),
    ];

    // The oldest Google.Protobuf lacks members that protoc's code uses.
    private static readonly Lazy<IEnumerable<string>> ErrorsOfProtocs = new(() => [.. Errors(Projects[0], ProtocsCode.Value)]);

    public static TheoryData<string> Parts =>
    [
        // Base classes and interfaces.
        "public class Own { } partial class A : Own { }",
        "public class IOBase { } partial class A : IOBase { }",
        "public class Own<T> { } partial class A : Own<int>, System.IComparable<A> { public int CompareTo(A other) => 0; }",
        "partial class A : System.IComparable<A> { public int CompareTo(A other) => 0; }",
        "partial class A : Google.Protobuf.IMessage<A>, Google.Protobuf.IBufferMessage { }",
        // Private fields of protoc's code.
        "partial class A { public A(string name) : this() { name_ = name; id_ = 1; data_ = null; } }",
        "partial class A { public A(int id) { all_.Add(id); names_.Add(id.ToString()); byId_.Add(id, next_); kids_.Add(this); } }",
        "partial class A { public A(Types.Kind kind) { kind_ = kind; } }",
        "partial class A { object Life { get { return lifeCase_ == LifeOneofCase.Soul ? life_ : null; } set { life_ = value; } } }",
        "partial class A { bool Any => _hasBits0 != 0; void Reset() { _hasBits0 = 0; } }",
        "partial class A { static A Read(byte[] data) => _parser.ParseFrom(data); object Parser2 => _parser; }",
        "partial class A { bool HasUnknown => _unknownFields != null; void Forget() { _unknownFields = null; } }",
        "partial class A { bool HasExtensions => _extensions != null || _Extensions != null; }",
        "partial class A { int Default => IdDefaultValue; }",
        "partial class A { string Default => NameDefaultValue; object Others => (DataDefaultValue, KindDefaultValue); }",
        "partial class A { object Codecs => (_repeated_all_codec, _repeated_names_codec, _map_byId_codec, _repeated_kids_codec); }",
        "partial class A { string Show() => $\"{name_,5} {{no}} {(id_ > 1 ? 1 : 2):#,##0}\" + $@\"\"\"{all_[0]}\"; }",
        "partial class A { string Show() => $$\"\"\"{x} {{name_}} \"\" {{{id_:X2}}}\"\"\"; }",
        "partial class A { class Helper { int Of(A a) => a.id_ + a.all_.Count; } }",
        "partial class A { partial class Types { partial class Inner { bool Ok2 => ok_; object Kinds2 => kinds_; } } }",
        "partial class A { partial class Types { partial class Inner { int Bits => _hasBits0; object P => _parser; } } }",
        // Members with the names of members that the base class has.
        "partial class A { public void Clear() { } public byte[] ToByteArray() => null; public void WriteTo(System.IO.Stream stream) { } }",
        "partial class A { public static A ParseFrom(byte[] data) => Parser.ParseFrom(data); }",
        "partial class A { public void MergeFrom(object other) { MergeFrom((A) other); } public A Clone(int depth) => Clone(); }",
        "partial class A { public bool Equals(string other) => false; public string ToString(string format) => ToString(); }",
        "partial class A { public int CalculateSize(int more) => CalculateSize() + more; public bool HasExtension(int number) => false; }",
        "partial class A { static A _New() => new A(); void _Read() { } int _Merge; object _Parser => null; class _Write { } }",
        "partial class A { int Unknown; void MergeOther() { } bool EqualsOther(A a) => true; A Copy() => null; void Write() { } }",
        "partial class A { int Google.Protobuf.IMessage.CalculateSize() { return 1; } }",
        "partial class A { A Google.Protobuf.IDeepCloneable<A>.Clone() => this; bool System.IEquatable<P.A>.Equals(A other) => true; }",
        "partial class A : System.IEquatable<string> { bool System.IEquatable<string>.Equals(string other) => true; }",
        // Attributes that may occur only once.
        "[System.Diagnostics.DebuggerNonUserCode, System.CodeDom.Compiler.GeneratedCode(null, null)] partial class A { }",
        // Frequent user code.
        "partial class A { partial void OnConstruction() { Id = 3; } public static implicit operator A(int id) => new A { Id = id }; }",
        "partial class A { public static bool operator ==(A a, A b) => Equals(a, b); public static bool operator !=(A a, A b) => true; }",
    ];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Parts))]
    public void PartThatCompilesWithProtocsCodeCompilesWithOurs(string code)
    {
        var part = $"#pragma warning disable\nnamespace P {{ {code} }}";
        Assert.Equal(ErrorsOfProtocs.Value, Errors(Projects[0], [.. ProtocsCode.Value, part]));
        foreach (var project in Projects)
        {
            var options = project.Options with { PartialClasses = PartialClassScanner.Scan(part) };
            Assert.Empty(Errors(project, [Generated.FromText(Proto, options), part]));
        }
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("partial class A { public static bool operator ==(A? a, A b) => true;public static bool operator !=(A? a, A b) => true; }")]
    [InlineData("class User { System.IEquatable<A> Same = new A(); System.IEquatable<A?> Nullable = new A(); }")]
    [InlineData("class User { Google.Protobuf.IMessage<A?> Message = new A(); Google.Protobuf.IExtendableMessage<A?> Other = new A(); }")]
    public void CodeWithoutWarningsWithProtocsCodeHasNoneWithOurs(string code)
    {
        var user = $"#pragma warning disable CS1591\nnamespace P {{ {code} }}";
        foreach (var project in UserProject.All.Where(one => one is { Nullable: NullableContextOptions.Enable, IsAnnotated: false }))
        {
            var options = project.Options with { PartialClasses = PartialClassScanner.Scan(user) };
            Assert.Empty(project.Compile([.. ProtocsCode.Value, user]));
            Assert.Empty(project.Compile([Generated.FromText(Proto, options), user]));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DebuggerStopsInTheUsersPartOnly(bool hasRuntime)
    {
        const string part = "namespace P { partial class A { public int Own() { return Id; } } }";
        var project = Projects.First(project => project.HasRuntime == hasRuntime);
        var options = project.Options with { PartialClasses = PartialClassScanner.Scan(part) };
        var compilation = project.Compilation([Generated.FromText(Proto, options), part]);
        Assert.DoesNotContain(
            compilation.GetTypeByMetadataName("P.A")!.GetAttributes(),
            attribute => attribute.AttributeClass!.Name is "DebuggerNonUserCodeAttribute" or "GeneratedCodeAttribute");
        Assert.Equal(["Own"], MethodsWithLines(compilation, "A"));
    }

    [Theory]
    [InlineData("partial class A { public void MergeFrom(object other) { } }", false)]
    [InlineData("partial class A { string Identity => base.ToString(); }", false)]
    [InlineData("partial class A { class B : Own { public B() : base() { } } }", true)]
    [InlineData("partial class A { public static bool operator <(A a, A b) { return true; } void Clear() { } }", true)]
    [InlineData("partial class A { public static bool operator ==(A a, A b) { return true; } void MergeFrom(int i) { } }", false)]
    [InlineData("partial class A : IEquatable<B> { bool IEquatable<B>.Equals(B other) => true; }", true)]
    [InlineData("partial class A : IOBase { }", false)]
    [InlineData("partial class A { void _Read12() { } }", false)]
    [InlineData("partial class A { object Codec => _map_byId_codec; }", false)]
    [InlineData("partial class A { object P => _parser; int Default => IdDefaultValue; object L => life_; }", true)]
    [InlineData("partial class A { public A(string name) : this() { name_ = name; } }", true)]
    [InlineData("partial class A : IThing { }", true)]
    public void OnlyPartsThatNeedProtocsShapeGetIt(string code, bool hasBaseClass)
    {
        var options = CSharpOptions.Default with { HasRuntime = true, PartialClasses = PartialClassScanner.Scan($"namespace P; {code}") };
        Assert.Equal(hasBaseClass, Generated.Model(Proto, options).Messages[0].HasBaseClass);
    }

    [Fact]
    public void EveryMemberOfTheBaseClassIsKnown()
    {
        var runtime = UserProject.All.Last().Compilation([]);
        var names = new List<string>();
        for (var type = runtime.GetTypeByMetadataName("ProtoGen.Runtime.ExtendableMessage`1"); type!.Name != "Object"; type = type.BaseType)
        {
            names.AddRange(type.GetMembers()
                .Where(member => member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal))
                .Where(member => member.DeclaredAccessibility != Accessibility.ProtectedAndInternal)
                .Where(member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
                .Select(member => member.Name));
        }

        Assert.Contains("_ReadOther", names);
        Assert.DoesNotContain(names, name => !BaseClassRules.IsKnown(name));
    }

    /// <summary>Returns the methods of a class in which a debugger can stop.</summary>
    private static IEnumerable<string> MethodsWithLines(Compilation compilation, string typeName)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        Assert.True(compilation.Emit(assembly, symbols, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success);
        assembly.Position = symbols.Position = 0;
        using var image = new PEReader(assembly);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var (metadata, lines) = (image.GetMetadataReader(), provider.GetMetadataReader());
        return metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Single(type => metadata.GetString(type.Name) == typeName)
            .GetMethods()
            .Where(method => lines.GetMethodDebugInformation(method).GetSequencePoints().Any(point => !point.IsHidden))
            .Select(method => metadata.GetString(metadata.GetMethodDefinition(method).Name))
            .ToArray();
    }

    private static IEnumerable<string> Errors(UserProject project, IEnumerable<string> sources) =>
        project.Compilation(sources).GetDiagnostics()
            .Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => found.ToString());
}

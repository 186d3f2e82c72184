using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Project.UserCode;

namespace ProtoGen.Compiler.Tests.Project.UserCode;

public sealed class PartialClassScannerTests
{
    [Theory]
    [InlineData("namespace A.B; partial class C { }", "A.B.C")]
    [InlineData("namespace A { namespace B { public sealed partial class C { } } }", "A.B.C")]
    [InlineData("partial class Outer { public partial class Types { partial class Inner { } } }", "Outer.Types.Inner Outer.Types Outer")]
    [InlineData("using X = System.Int32; [Obsolete(\"partial class No { }\")] partial class C { }", "C")]
    [InlineData("// partial class No { }\n/* partial class No { } */ partial class C { }", "C")]
    [InlineData("class C { string s = $\"{(true ? \"partial class No { }\" : \"}\")}\"; } partial class D { }", "D")]
    [InlineData(
        "class C { string s = \"\"\"\n partial class No { \"\n\"\"\"; char c = '{'; string v = @\"\\\"; } partial class D { }", "D")]
    [InlineData("partial class G<T> where T : class { } partial struct S { } partial interface I { } partial class C { }", "C")]
    [InlineData("void F() { } partial class C { }", "C")]
    public void ClassesAreFoundWithTheirFullNames(string text, string names) =>
        Assert.Equal(names.Split(' '), PartialClassScanner.Scan(text).Select(part => part.TypeName));

    [Theory]
    [InlineData("partial class C { }", false)]
    [InlineData("partial class C : IFoo, Base { }", false)]
    [InlineData("partial class C : System.Collections.Generic.IEnumerable<Base> { }", false)]
    [InlineData("partial class C : Base { }", true)]
    [InlineData("partial class C : global::A.Base<IFoo>, IFoo { }", true)]
    [InlineData("partial class C : Item { }", true)]
    [InlineData("partial class C : IOBase { }", true)]
    public void BaseClassIsDistinguishedFromInterfaces(string text, bool namesBaseClass) =>
        Assert.Equal(namesBaseClass, Only(text).NamesBaseClass);

    [Fact]
    public void MembersAreFoundByTheirNames()
    {
        const string text = """
            partial class C
            {
                [Attr(1, "x")] private readonly List<int> _list = new() { 1, 2 }, _other;
                public const int Max = 1 < 2 ? 3 : 4;
                public int[] Array { get; set; } = { 1, 2 };
                public string Text => Get(a, b);
                public (int A, string B) Pair() { var local = 1; return (local, ""); }
                public T Make<T>(int x = 1) where T : class, new() => new T();
                public C(string name) : this() { name_ = name; }
                void System.IDisposable.Dispose() { }
                public event EventHandler Changed;
                partial void OnConstruction();
                public static C operator +(C a, C b) => a;
                public static bool operator ==(C a, C b) { return true; }
                public static bool operator <(C a, C b) { return true; }
                public static implicit operator Array(C a) { return null; }
                public int this[int i] => i;
                enum Kind { One }
            }
            """;
        Assert.Equal(
            [
                "Array", "C", "Changed", "Kind", "Make", "Max", "OnConstruction", "Pair", "Text", "_list", "_other",
                "operator +", "operator <", "operator ==",
            ],
            Only(text).Members.Except(["this"]));
    }

    [Theory]
    [InlineData("void IMessage.WriteTo(CodedOutputStream output) { }", "IMessage.WriteTo")]
    [InlineData("void global::Google.Protobuf.IMessage.WriteTo(CodedOutputStream output) { }", "IMessage.WriteTo")]
    [InlineData("bool IEquatable<C>.Equals(C other) => true;", "IEquatable.Equals")]
    [InlineData("bool IEquatable<N.C>.Equals(C other) => true;", "IEquatable.Equals")]
    [InlineData("bool IEquatable<D>.Equals(D other) => true;", "")]
    [InlineData("object ICloneable.Clone() => this;", "")]
    [InlineData("IMessage Make() => null;", "Make")]
    public void ExplicitImplementationsOfProtobufsInterfacesAreFound(string member, string expected) =>
        Assert.Equal(expected, string.Join(" ", Only($"namespace N {{ partial class C {{ {member} }} }}").Members));

    [Theory]
    [InlineData("base.ToString()", "base")]
    [InlineData("name_ + base.X", "base name_")]
    [InlineData("new(name_)", "name_")]
    public void CallsOfBaseMembersAreFound(string expression, string expected) =>
        Assert.Equal(expected, string.Join(" ", Only($"partial class C {{ object F() => {expression}; C() : base() {{ }} }}").Identifiers));

    [Fact]
    public void IdentifiersWithUnderscoresAtTheirEndsAreCollected() =>
        Assert.Equal(["_x", "name_"], Only("partial class C { void F() { name_ = _x + a_b; } }").Identifiers);

    [Theory]
    [InlineData("string s = $\"{a_,5} {{no_}} {(x ? b_ : 1):#,'no_'//}\";", "a_ b_")]
    [InlineData("string s = $@\"\"\"{a_}\\\", t = @$\"{b_}\";", "a_ b_")]
    [InlineData("string s = $\"{F($\"{a_}\", '}', \"}\")} no_\" + b_;", "a_ b_")]
    [InlineData("string s = $$\"\"\"{no_} {{a_}} \"\" {{{b_:no_}}}\"\"\" + c_;", "a_ b_ c_")]
    [InlineData("string s = \"\"\"{no_}\"\"\" + \"{no_}\" + a_;", "a_")]
    public void IdentifiersInInterpolatedStringsAreCollected(string member, string names)
    {
        var part = Only($"partial class C {{ {member} int last; }}");
        Assert.Equal(names.Split(' '), part.Identifiers);
        Assert.Contains("last", part.Members);
    }

    [Fact]
    public void OrderOfTheTextsMakesNoDifference()
    {
        var first = PartialClassScanner.Scan("partial class B { } partial class A { }");
        var second = PartialClassScanner.Scan("partial class A { int x; }");
        Assert.Equal(PartialClassScanner.Merge([.. first, .. second]), PartialClassScanner.Merge([.. second, .. first]));
    }

    private static PartialClass Only(string text) => Assert.Single(PartialClassScanner.Scan(text));
}

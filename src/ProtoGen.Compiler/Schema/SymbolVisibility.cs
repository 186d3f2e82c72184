namespace ProtoGen.Compiler.Schema;

/// <summary>Edition 2024's <c>export</c> and <c>local</c>; the numbers are those of SymbolVisibility in descriptor.proto.</summary>
public enum SymbolVisibility
{
    /// <summary>No keyword is written.</summary>
    Unset = 0,

    /// <summary><c>local</c></summary>
    Local = 1,

    /// <summary><c>export</c></summary>
    Export = 2,
}

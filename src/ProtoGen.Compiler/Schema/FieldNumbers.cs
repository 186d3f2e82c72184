namespace ProtoGen.Compiler.Schema;

/// <summary>Holds the bounds of field numbers.</summary>
internal static class FieldNumbers
{
    internal const int Max = 536870911;
    internal const int FirstOfLibrary = 19000;
    internal const int LastOfLibrary = 19999;
}

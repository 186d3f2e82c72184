namespace ProtoGen.Compiler.Schema;

/// <summary>Holds the bounds of field numbers, and the numbers that a map's entry type uses.</summary>
internal static class FieldNumbers
{
    internal const int Max = 536870911;
    internal const int FirstOfLibrary = 19000;
    internal const int LastOfLibrary = 19999;
    internal const int MapKey = 1;
    internal const int MapValue = 2;
}

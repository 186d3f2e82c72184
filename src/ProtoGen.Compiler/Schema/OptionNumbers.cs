namespace ProtoGen.Compiler.Schema;

/// <summary>The numbers in descriptor.proto of the options that linking depends on.</summary>
internal static class OptionNumbers
{
    internal const int FileFeatures = 50;
    internal const int MessageFeatures = 12;
    internal const int FieldFeatures = 21;
    internal const int OneofFeatures = 1;
    internal const int ExtensionRangeFeatures = 50;
    internal const int EnumFeatures = 7;
    internal const int EnumValueFeatures = 2;
    internal const int ServiceFeatures = 34;
    internal const int MethodFeatures = 35;

    internal const int OptimizeFor = 9;
    internal const int CcGenericServices = 16;
    internal const int JavaGenericServices = 17;
    internal const int JavaStringCheckUtf8 = 27;

    internal const int MessageSetWireFormat = 1;
    internal const int MessageJsonConflicts = 11;

    internal const int Ctype = 1;
    internal const int Packed = 2;
    internal const int Lazy = 5;
    internal const int JsType = 6;
    internal const int UnverifiedLazy = 15;

    internal const int AllowAlias = 2;
    internal const int EnumJsonConflicts = 6;

    internal const int Declaration = 2;
    internal const int Verification = 3;
}

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>Returns random defaults in the syntax of .proto files. Floats have the six digits that protoc's C# keeps.</summary>
internal static class RandomDefault
{
    public static string Of(string scalar, RandomSchema schema) => scalar switch
    {
        "double" or "float" => schema.Pick("0", "-0.0", "1.5", "-2.25e10", "inf", "-inf", "nan", "1e-9", "123456"),
        "int32" or "sint32" or "sfixed32" => schema.Pick("0", "1", "-1", "2147483647", "-2147483648", "0x10", "010"),
        "int64" or "sint64" or "sfixed64" => schema.Pick("0", "-1", "9223372036854775807", "-9223372036854775808"),
        "uint32" or "fixed32" => schema.Pick("0", "1", "4294967295"),
        "uint64" or "fixed64" => schema.Pick("0", "1", "18446744073709551615"),
        "bool" => schema.Pick("true", "false"),
        "string" => schema.Pick("\"\"", "\"plain\"", "\"q\\\"b\\\\s\\n\\t\"", "'\\303\\251 \\u65e5'", "\"{0} $ @\""),
        _ => schema.Pick("\"\"", "\"plain\"", "\"\\000\\377\\x80\"", "'\\\\'"),
    };
}

namespace ProtoGen.Tool.Tests.Codec;

/// <summary>The files whose messages are converted: every kind of field in each syntax, extensions, groups, message sets and Any.</summary>
internal static class CodecSchema
{
    /// <summary>Gets the files by name.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["a.proto"] = """
            syntax = "proto2";
            package a;
            import "google/protobuf/any.proto";
            enum E { ZERO = 0; ONE = 1; NEG = -1; }
            message M {
              optional int32 i32 = 1;
              optional int64 i64 = 2;
              optional uint32 u32 = 3;
              optional uint64 u64 = 4;
              optional float f = 5;
              optional double d = 6;
              optional bool b = 7;
              optional string s = 8;
              optional bytes raw = 9;
              optional E e = 10;
              optional M m = 11;
              repeated int32 many = 12 [packed = true];
              repeated string texts = 13;
              repeated M ms = 14;
              map<string, int32> counts = 15;
              map<int32, M> by = 16;
              optional group Grp = 17 { optional int32 x = 1; }
              oneof o { int32 first = 18; string second = 19; }
              optional google.protobuf.Any any = 20;
              repeated E es = 21;
              optional Set set = 22;
              map<bool, E> named = 23;
              repeated E packed = 24 [packed = true];
              optional sint32 z32 = 25;
              optional sfixed64 sf64 = 26;
              optional fixed32 f32 = 27;
              repeated group Rep = 28 { required int32 y = 1; }
              optional int32 obsolete = 29 [deprecated = true];
              reserved "old";
              reserved 50;
              extensions 100 to 199;
            }
            message Set { option message_set_wire_format = true; extensions 4 to max; }
            message InSet { extend Set { optional InSet in_set = 1000; } optional int32 n = 1; repeated string more = 2; }
            message Other { extend Set { optional InSet other = 2000; } optional Set nested = 1; }
            message R { required int32 r = 1; optional R more = 2; repeated R all = 3; extend M { optional R rr = 105; } }
            extend M {
              optional int32 ext = 100;
              optional M extm = 101;
              repeated string exts = 102;
              repeated group Eg = 103 { optional int32 y = 1; }
              optional E ee = 104;
              repeated int32 pk = 106 [packed = true];
            }
            """,
        ["b.proto"] = """
            syntax = "proto3";
            package b;
            import "a.proto";
            import "google/protobuf/any.proto";
            import "google/protobuf/struct.proto";
            import "google/protobuf/wrappers.proto";
            enum E { ZERO = 0; ONE = 1; }
            message M {
              int32 i32 = 1;
              bool b = 2;
              double d = 3;
              string s = 4;
              bytes raw = 5;
              E e = 6;
              optional int32 o32 = 7;
              repeated int32 many = 8;
              repeated E es = 9;
              map<int64, string> names = 10;
              map<string, google.protobuf.Value> values = 11;
              oneof o { int32 first = 12; google.protobuf.StringValue second = 13; M third = 14; }
              repeated google.protobuf.Any anys = 15;
              float f = 16;
              a.M old = 17;
              fixed64 f64 = 18;
              sint64 z64 = 19;
            }
            """,
        ["c.proto"] = """
            edition = "2023";
            package c;
            message M {
              int32 implicit = 1 [features.field_presence = IMPLICIT];
              int32 needed = 2 [features.field_presence = LEGACY_REQUIRED];
              N n = 3 [features.message_encoding = DELIMITED];
              N like = 4 [features.message_encoding = DELIMITED];
              string loose = 5 [features.utf8_validation = NONE];
              repeated int32 spread = 6 [features.repeated_field_encoding = EXPANDED];
              Closed closed = 7;
              repeated Open open = 8;
              message Like { int32 a = 1; }
              Like same = 9 [features.message_encoding = DELIMITED];
              repeated Like all = 10 [features.message_encoding = DELIMITED];
              extensions 100 to max;
            }
            message N { int32 a = 1; string b = 2; }
            enum Closed { option features.enum_type = CLOSED; X = 3; Y = 4; }
            enum Open { P = 0; Q = 1; }
            extend M { N e = 100 [features.message_encoding = DELIMITED]; repeated Closed ec = 101; string text = 102; }
            """,
    };

    /// <summary>Gets the messages for the random tests. A message that is listed twice is tested twice as often.</summary>
    public static IReadOnlyList<(string File, string Type)> Types { get; } =
    [
        ("a.proto", "a.M"), ("a.proto", "a.M"), ("a.proto", "a.Set"), ("a.proto", "a.R"),
        ("b.proto", "b.M"), ("b.proto", "b.M"), ("c.proto", "c.M"), ("c.proto", "c.M"),
        ("google/protobuf/descriptor.proto", "google.protobuf.FileDescriptorProto"),
        ("google/protobuf/struct.proto", "google.protobuf.Struct"),
    ];
}

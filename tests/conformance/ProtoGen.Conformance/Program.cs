// The program under test of the official conformance runner: length-prefixed ConformanceRequests on standard input,
// ConformanceResponses on standard output, until the input ends.
using Conformance;
using Google.Protobuf;
using ProtoGen.Conformance;

using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
var prefix = new byte[4];
while (input.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) == prefix.Length)
{
    var request = new byte[BitConverter.ToInt32(prefix)];
    input.ReadExactly(request);
    var response = Testee.Answer(ConformanceRequest.Parser.ParseFrom(request)).ToByteArray();
    output.Write(BitConverter.GetBytes(response.Length));
    output.Write(response);
    output.Flush();
}

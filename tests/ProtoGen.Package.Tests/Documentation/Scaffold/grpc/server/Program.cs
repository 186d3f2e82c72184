using Demo;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProtoGen.Grpc;

SNIPPET
interface IGreetings
{
    string For(string name);
}

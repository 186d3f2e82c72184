using Demo;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

SNIPPET
interface IGreetings
{
    string For(string name);
}

using Demo;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Grpc.Core;

SNIPPET
interface IGreetings
{
    string For(string name);
}

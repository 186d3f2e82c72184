using Greet;
using ProtoGen.Runtime.Json;

static class Basics
{
    public static void Run(Greeting greeting)
    {
SNIPPET
    }
}

using Greet;
using ProtoGen.Runtime.Text;

static class Texts
{
    public static void Run(Greeting greeting)
    {
SNIPPET
    }
}

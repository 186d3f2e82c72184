using System.Text.Json;
using Greet;
using ProtoGen.Runtime.Json;

static class Serializer
{
    public static async Task Run(WebApplicationBuilder builder, HttpClient client)
    {
SNIPPET
    }
}

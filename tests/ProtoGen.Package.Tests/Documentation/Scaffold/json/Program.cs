using System.Text.Json.Serialization;
using Greet;
using ProtoGen.Runtime.Json;

var builder = WebApplication.CreateBuilder(args);
SNIPPET

using ProtoGen.Tool;
using ProtoGen.Tool.Reporting;

return new Compilation(Console.OpenStandardInput(), Console.OpenStandardOutput(), new ErrorStream(Console.OpenStandardError())).Run(args);

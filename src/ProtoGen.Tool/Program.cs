using ProtoGen.Tool;

return new Compilation(Console.OpenStandardOutput(), new ErrorStream(Console.OpenStandardError())).Run(args);

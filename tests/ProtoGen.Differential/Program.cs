using ProtoGen.Differential.Api;

if (args is ["api", ..]) return ApiCommand.Run(args[1..]);
Console.Error.WriteLine("usage: ProtoGen.Differential api ROOT... [--only=PREFIX]");
return 2;

Console.Error.WriteLine("usage: ProtoGen.Differential <roots>");
return 2;

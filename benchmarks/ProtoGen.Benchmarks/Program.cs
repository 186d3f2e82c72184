Console.Error.WriteLine("usage: ProtoGen.Benchmarks compiler|messages|csc|grpc|generator|build");
return 2;

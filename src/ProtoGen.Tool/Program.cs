Console.Error.WriteLine("protogenc: not built yet.");
return 1;

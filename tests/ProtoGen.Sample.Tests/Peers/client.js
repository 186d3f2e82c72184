// client.js PROTOS ADDRESS PROMPT: prints the server's answer.
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const [protos, address, prompt] = process.argv.slice(2);
const { demo } = grpc.loadPackageDefinition(loader.loadSync('my_service.proto', { includeDirs: [protos] }));
const client = new demo.MyService(address, grpc.credentials.createInsecure());
client.Predict({ prompt }, { deadline: Date.now() + 30000 }, (error, response) => {
  if (error) {
    console.error(error.message);
    process.exitCode = 1;
  } else {
    console.log(response.result);
  }
  client.close();
});

// The interop server with @grpc/grpc-js, on the loopback: server.js PROTOS [CERTIFICATE.pem KEY.pem [CA.pem]]
// Prints its port and serves until its input ends. PROTOS is the folder that holds grpc/testing/test.proto.
'use strict';

const fs = require('node:fs');
const { setTimeout: delay } = require('node:timers/promises');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [protos, ...files] = process.argv.slice(2);
const definition = loader.loadSync('grpc/testing/test.proto', { includeDirs: [protos], keepCase: true, defaults: true });
const { TestService } = grpc.loadPackageDefinition(definition).grpc.testing;
const [certificate, key, authority] = files.map((file) => fs.readFileSync(file));
const credentials = certificate
  ? grpc.ServerCredentials.createSsl(authority ?? null, [{ private_key: key, cert_chain: certificate }], authority !== undefined)
  : grpc.ServerCredentials.createInsecure();

const initial = 'x-grpc-test-echo-initial';
const trailing = 'x-grpc-test-echo-trailing-bin';
const zeros = (size) => ({ payload: { body: Buffer.alloc(size) } });
const failure = (status) => (status?.code ? { code: status.code, details: status.message } : null);

/** Sends back the metadata that the case sent; returns the trailers. */
function echo(call) {
  const [header] = call.metadata.get(initial);
  if (header !== undefined) {
    const headers = new grpc.Metadata();
    headers.set(initial, header);
    call.sendMetadata(headers);
  }
  const trailers = new grpc.Metadata();
  for (const value of call.metadata.get(trailing)) trailers.add(trailing, value);
  return trailers;
}

async function answer(call, request) {
  const error = failure(request.response_status);
  if (error) {
    call.emit('error', error);
    return false;
  }
  for (const { size, interval_us: interval } of request.response_parameters) {
    if (interval > 0) await delay(interval / 1000);
    call.write(zeros(size));
  }
  return true;
}

const server = new grpc.Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
server.addService(TestService.service, {
  EmptyCall: (call, callback) => callback(null, {}),
  UnaryCall(call, callback) {
    const trailers = echo(call);
    callback(failure(call.request.response_status), zeros(call.request.response_size), trailers);
  },
  async StreamingOutputCall(call) {
    if (await answer(call, call.request)) call.end();
  },
  StreamingInputCall(call, callback) {
    let size = 0;
    call.on('data', (request) => { size += request.payload.body.length; });
    call.on('end', () => callback(null, { aggregated_payload_size: size }));
  },
  FullDuplexCall(call) {
    const trailers = echo(call);
    let answered = Promise.resolve(true);
    call.on('data', (request) => { answered = answered.then((goesOn) => goesOn && answer(call, request)); });
    call.on('end', () => answered.then((goesOn) => goesOn && call.end(trailers)));
  },
});
server.bindAsync('localhost:0', credentials, (error, port) => {
  if (error) throw error;
  console.log(port);
  process.stdin.resume().on('end', () => process.exit(0));
});

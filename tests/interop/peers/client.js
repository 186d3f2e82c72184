// One interop case against a server, with @grpc/grpc-js: client.js PROTOS PORT CASE [CA.pem [CERTIFICATE.pem KEY.pem]]
// PROTOS is the folder that holds grpc/testing/test.proto.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const sizes = [[27182, 31415], [8, 9], [1828, 2653], [45904, 58979]];
const text = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';

const [protos, port, name, ...files] = process.argv.slice(2);
const definition = loader.loadSync('grpc/testing/test.proto', { includeDirs: [protos], keepCase: true, defaults: true });
const services = grpc.loadPackageDefinition(definition).grpc.testing;
const [authority, certificate, key] = files.map((file) => fs.readFileSync(file));
const credentials = authority
  ? grpc.credentials.createSsl(authority, key ?? null, certificate ?? null)
  : grpc.credentials.createInsecure();
const options = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
const open = (service, more = {}) => new service(`localhost:${port}`, credentials, { ...options, ...more });
const client = open(services.TestService);

const zeros = (size) => ({ body: Buffer.alloc(size) });
const step = (size, sent = 0, more = {}) => ({ response_parameters: [{ size, ...more }], payload: zeros(sent) });

/** Makes a call with one response; gives the response, the headers and the trailers. */
function invoke(target, method, request, metadata = new grpc.Metadata()) {
  return new Promise((resolve, reject) => {
    const result = {};
    const call = target[method](request, metadata, (error, response) => {
      result.response = response;
      return error ? reject(error) : undefined;
    });
    call.on('metadata', (headers) => { result.headers = headers; });
    call.on('status', (status) => {
      result.trailers = status.metadata;
      setImmediate(() => resolve(result));
    });
  });
}

/** All responses of a stream. */
async function collect(call) {
  const responses = [];
  for await (const response of call) responses.push(response);
  return responses;
}

async function expect(code, promise, detail) {
  const error = await promise.then(() => assert.fail(`status ${code} was expected`), (reason) => reason);
  assert.strictEqual(error.code, code, error.message);
  if (detail !== undefined) assert.strictEqual(error.details, detail);
}

const cases = {
  async empty_unary() {
    assert.deepStrictEqual((await invoke(client, 'EmptyCall', {})).response, {});
  },
  async large_unary() {
    const { response } = await invoke(client, 'UnaryCall', { response_size: 314159, payload: zeros(271828) });
    assert.strictEqual(response.payload.body.length, 314159);
  },
  async client_streaming() {
    const size = await new Promise((resolve, reject) => {
      const call = client.StreamingInputCall((error, response) => (error ? reject(error) : resolve(response.aggregated_payload_size)));
      for (const [sent] of sizes) call.write({ payload: zeros(sent) });
      call.end();
    });
    assert.strictEqual(size, 74922);
  },
  async server_streaming() {
    const request = { response_parameters: sizes.map(([, size]) => ({ size })) };
    const responses = await collect(client.StreamingOutputCall(request));
    assert.deepStrictEqual(responses.map((response) => response.payload.body.length), sizes.map(([, size]) => size));
  },
  async ping_pong() {
    const call = client.FullDuplexCall();
    const responses = call[Symbol.asyncIterator]();
    for (const [sent, wanted] of sizes) {
      call.write(step(wanted, sent));
      assert.strictEqual((await responses.next()).value.payload.body.length, wanted);
    }
    call.end();
    assert((await responses.next()).done);
  },
  async empty_stream() {
    const call = client.FullDuplexCall();
    call.end();
    assert.deepStrictEqual(await collect(call), []);
  },
  async client_compressed_unary() {
    const request = { response_size: 314159, payload: zeros(271828), expect_compressed: { value: true } };
    await expect(grpc.status.INVALID_ARGUMENT, invoke(client, 'UnaryCall', request));
    for (const algorithm of [grpc.compressionAlgorithms.gzip, grpc.compressionAlgorithms.deflate]) {
      const compressing = open(services.TestService, { 'grpc.default_compression_algorithm': algorithm });
      assert.strictEqual((await invoke(compressing, 'UnaryCall', request)).response.payload.body.length, 314159);
      compressing.close();
    }
  },
  async server_compressed_unary() {
    for (const value of [true, false]) {
      const request = { response_size: 314159, payload: zeros(271828), response_compressed: { value } };
      assert.strictEqual((await invoke(client, 'UnaryCall', request)).response.payload.body.length, 314159);
    }
  },
  async server_compressed_streaming() {
    const request = { response_parameters: [
      { size: 31415, compressed: { value: true } }, { size: 92653, compressed: { value: false } }] };
    const responses = await collect(client.StreamingOutputCall(request));
    assert.deepStrictEqual(responses.map((response) => response.payload.body.length), [31415, 92653]);
  },
  async custom_metadata() {
    const metadata = new grpc.Metadata();
    metadata.set('x-grpc-test-echo-initial', 'test_initial_metadata_value');
    metadata.set('x-grpc-test-echo-trailing-bin', Buffer.from('ababab', 'hex'));
    const { headers, trailers } = await invoke(client, 'UnaryCall', { response_size: 1 }, metadata);
    assert.deepStrictEqual(headers.get('x-grpc-test-echo-initial'), ['test_initial_metadata_value']);
    assert.deepStrictEqual(trailers.get('x-grpc-test-echo-trailing-bin'), [Buffer.from('ababab', 'hex')]);
  },
  async status_code_and_message() {
    const response_status = { code: 2, message: 'test status message' };
    await expect(2, invoke(client, 'UnaryCall', { response_status }), response_status.message);
    const call = client.FullDuplexCall();
    call.write({ response_status });
    call.end();
    await expect(2, collect(call), response_status.message);
  },
  async special_status_message() {
    await expect(2, invoke(client, 'UnaryCall', { response_status: { code: 2, message: text } }), text);
  },
  async unimplemented_method() {
    await expect(grpc.status.UNIMPLEMENTED, invoke(client, 'UnimplementedCall', {}));
  },
  async unimplemented_service() {
    const other = open(services.UnimplementedService);
    await expect(grpc.status.UNIMPLEMENTED, invoke(other, 'UnimplementedCall', {}));
    other.close();
  },
  async timeout_on_sleeping_server() {
    const call = client.FullDuplexCall({ deadline: Date.now() + 300 });
    call.write(step(1, 27182, { interval_us: 5000000 }));
    await expect(grpc.status.DEADLINE_EXCEEDED, collect(call));
  },
  async cancel_after_begin() {
    const cancelled = new Promise((resolve, reject) => {
      const call = client.StreamingInputCall((error) => (error ? reject(error) : resolve()));
      call.cancel();
    });
    await expect(grpc.status.CANCELLED, cancelled);
  },
  async cancel_after_first_response() {
    const call = client.FullDuplexCall();
    call.write(step(31415, 27182));
    const responses = call[Symbol.asyncIterator]();
    await responses.next();
    call.cancel();
    await expect(grpc.status.CANCELLED, responses.next());
  },
  async message_sizes() {
    for (const size of [0, 1, 4091, 4092, 65536, 1 << 20, 16 << 20, 64 << 20]) {
      const { response } = await invoke(client, 'UnaryCall', { response_size: size, payload: zeros(size) });
      assert.strictEqual(response.payload.body.length, size);
    }
  },
  async concurrent_streams() {
    const calls = Array.from({ length: 1000 }, () => client.FullDuplexCall());
    const responses = calls.map((call) => call[Symbol.asyncIterator]());
    for (const size of [1, 1000]) {
      for (const call of calls) call.write(step(size));
      for (const next of responses) assert.strictEqual((await next.next()).value.payload.body.length, size);
    }
    for (const call of calls) call.end();
    for (const next of responses) assert((await next.next()).done);
  },
};

cases[name]().then(() => client.close(), (error) => {
  console.error(error);
  process.exit(1);
});

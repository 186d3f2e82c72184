# gRPC's interop server in Ruby, on the loopback only. Prints its port. usage: server.rb DIRECTORY-OF-RUBY-TESTS
# [CERTIFICATE.pem KEY.pem [CA.pem]]
tests = ARGV.shift
source = File.read(File.join(tests, 'server.rb')).sub(/^main\s*\z/, '')
eval(source, TOPLEVEL_BINDING, File.join(tests, 'server.rb'))

certificate, key, authority = ARGV.map { |file| File.read(file) }
credentials =
  if certificate
    GRPC::Core::ServerCredentials.new(authority, [{ private_key: key, cert_chain: certificate }], !authority.nil?)
  else
    :this_port_is_insecure
  end
# A thread for each of the 1,000 calls at once: with none free it answers RESOURCE_EXHAUSTED.
server = GRPC::RpcServer.new(pool_size: 1000, server_args: { 'grpc.max_receive_message_length' => -1, 'grpc.max_send_message_length' => -1 })
port = server.add_http2_port('127.0.0.1:0', credentials)
server.handle(TestTarget)
$stdout.puts port
$stdout.flush
server.run_till_terminated

package brume.lambda;

import static brume.model.logs.CloudWatchLogsError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Body;
import brume.base.Bytes;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.Session;
import brume.json.Json;
import brume.model.lambda.CreateFunctionRequest;
import brume.model.lambda.FunctionCode;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaModel;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.CreateLogGroupResponse;
import brume.model.logs.CreateLogStreamResponse;
import brume.model.logs.PutLogEventsResponse;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.S3Model;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.service.Platform;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.testing.Local;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Lambda with real environments. STS knows every role, CloudWatch Logs every group, and S3 what a
/// test puts into it.
public final class Cloud implements AutoCloseable {
  public static final String ROLE = "arn:aws:iam::000000000000:role/app";
  public static final String ECHO = "def handler(event, context):\n    return event\n";
  private static final Duration SESSION = Duration.ofHours(1);

  public final Local local;
  public final Lambda lambda;
  public final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  /// What was written to logs, as `group stream message`.
  public final List<String> log = new CopyOnWriteArrayList<>();

  /// What guards the addresses of functions.
  public final TestGate gate = new TestGate();

  private final Set<String> streams = ConcurrentHashMap.newKeySet();
  private final ServerSocket endpoint;

  public Cloud(Path directory) throws IOException {
    this(directory, new Local());
  }

  /// The cloud that `before` was, with a new process, as after a restart.
  public Cloud(Path directory, Cloud before) throws IOException {
    this(directory, before.local);
  }

  private Cloud(Path directory, Local local) throws IOException {
    this.local = local;
    endpoint = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var platform =
        new Platform(
            local, (id, _) -> credential(id), local.ids, local.clock, local.platform.endpoint());
    answer();
    lambda =
        new Lambda(
            local.store,
            directory,
            platform,
            new InetSocketAddress(endpoint.getInetAddress(), endpoint.getLocalPort()),
            gate,
            Set::of);
    local.add(lambda.service());
  }

  private void answer() {
    local
        .answer(
            StsModel.ASSUME_ROLE,
            (_, input) -> {
              var role = input.roleArn().substring(input.roleArn().indexOf('/') + 1);
              var expiry = local.clock.instant().plus(SESSION);
              return AssumeRoleResponse.builder()
                  .credentials(new Credentials("ASIAROLE" + role, expiry, "secret", "token"))
                  .build();
            })
        .answer(CloudWatchLogsModel.CREATE_LOG_GROUP, (_, _) -> new CreateLogGroupResponse())
        .answer(
            CloudWatchLogsModel.CREATE_LOG_STREAM,
            (_, input) -> {
              streams.add(input.logGroupName() + ' ' + input.logStreamName());
              return new CreateLogStreamResponse();
            })
        .answer(
            CloudWatchLogsModel.PUT_LOG_EVENTS,
            (call, input) -> {
              var stream = input.logGroupName() + ' ' + input.logStreamName();
              if (!streams.contains(stream)) {
                throw RESOURCE_NOT_FOUND_EXCEPTION.because("No such stream");
              }
              for (var event : input.logEvents()) {
                log.add(call.caller().arn() + ' ' + stream + ' ' + event.message());
              }
              return PutLogEventsResponse.builder().build();
            })
        .answer(
            S3Model.GET_OBJECT,
            (_, input) -> {
              var object = objects.get(input.bucket() + '/' + input.key());
              if (object == null) {
                throw brume.model.s3.S3Error.NO_SUCH_KEY.because(
                    "The specified key does not exist.");
              }
              return GetObjectOutput.builder().body(Body.of(object)).build();
            });
  }

  private Credential credential(String accessKeyId) {
    var role = accessKeyId.replace("ASIAROLE", "");
    var principal =
        new Principal.AssumedRole(Local.SCOPE.account(), "/", role, "AROAEXAMPLE", "session");
    var now = local.clock.instant();
    return new Credential(
        accessKeyId, "secret", "token", principal, now.plus(SESSION), Session.at(now));
  }

  public Call call() {
    return local.call();
  }

  public <I extends Structure, O extends Structure> O invoke(
      OperationShape<I, O> operation, I input) {
    return local.invoke(operation, input);
  }

  /// A function in Python whose `app.handler` is in `source`.
  public FunctionConfiguration create(String name, String source) {
    return invoke(LambdaModel.CREATE_FUNCTION, python(name, source).build());
  }

  public static CreateFunctionRequest.Builder python(String name, String source) {
    return CreateFunctionRequest.builder()
        .functionName(name)
        .runtime("python3.13")
        .handler("app.handler")
        .role(ROLE)
        .timeout(20)
        .code(FunctionCode.builder().zipFile(Bytes.wrap(zip(Map.of("app.py", source)))).build());
  }

  public InvocationResponse run(String function, String payload) {
    return invoke(
        LambdaModel.INVOKE,
        InvocationRequest.builder().functionName(function).payload(Bytes.utf8(payload)).build());
  }

  /// The answer of a function that must succeed.
  public Json answer(String function, String payload) {
    var response = run(function, payload);
    var text = response.payload() == null ? "" : response.payload().toUtf8();
    if (response.functionError() != null) {
      throw new AssertionError(text);
    }
    return Json.parse(text);
  }

  public static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 2, 3, 4));
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    lambda.close();
    endpoint.close();
  }
}

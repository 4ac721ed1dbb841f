package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// The main class of a function's process.
public final class Bootstrap {
  private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

  private final RuntimeConnection connection;
  private final Variables variables;
  private final Logger logger;

  private Bootstrap(RuntimeConnection connection, Variables variables) {
    this.connection = connection;
    this.variables = variables;
    this.logger = Logger.of(variables, System.out);
  }

  public static void main(String... arguments) throws IOException {
    var variables = Variables.ofThisProcess();
    var connection = RuntimeConnection.open(variables.required("AWS_LAMBDA_RUNTIME_API"));
    System.exit(new Bootstrap(connection, variables).run());
  }

  /// Until the environment ends or the function cannot go on; answers the exit status.
  private int run() throws IOException {
    logger.install();
    RequestStreamHandler handler;
    try {
      handler = HandlerLoader.load(variables.required("_HANDLER"));
    } catch (Throwable e) {
      report("init/error", Failure.of(e));
      return 1;
    }
    for (var event = connection.next(); event != null; event = connection.next()) {
      if (!handle(handler, event)) {
        return 1;
      }
    }
    return 0;
  }

  /// Whether the process can take another event.
  private boolean handle(RequestStreamHandler handler, RuntimeConnection.Event event)
      throws IOException {
    var context = new InvocationContext(event, variables, logger);
    logger.begin(context);
    trace(context);
    var id = event.requestId();
    var output = new ByteArrayOutputStream(1024);
    try {
      handler.handleRequest(new ByteArrayInputStream(event.body()), output, context);
    } catch (Throwable e) {
      report("invocation/" + id + "/error", Failure.of(e));
      return !(e instanceof VirtualMachineError);
    } finally {
      // Interrupting itself must not harm the next event.
      var _ = Thread.interrupted();
    }
    flush();
    connection.post("invocation/" + id + "/response", output.toByteArray(), null);
    return true;
  }

  private static void trace(InvocationContext context) {
    var header = context.getXrayTraceId();
    if (header == null) {
      System.clearProperty(TRACE_PROPERTY);
    } else {
      System.setProperty(TRACE_PROPERTY, header);
    }
  }

  private void report(String path, Failure failure) throws IOException {
    logger.error(failure.text());
    flush();
    connection.post(path, failure.json(), failure.type());
  }

  /// What a handler printed belongs to its request, so it leaves before the answer does.
  private static void flush() {
    System.out.flush();
    System.err.flush();
  }
}

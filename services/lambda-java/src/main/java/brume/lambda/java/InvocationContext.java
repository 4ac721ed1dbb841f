package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/// What a handler learns about its invocation.
final class InvocationContext implements Context {
  private final RuntimeConnection.Event event;
  private final Variables variables;
  private final LambdaLogger logger;
  private final long deadline;

  InvocationContext(RuntimeConnection.Event event, Variables variables, LambdaLogger logger) {
    this.event = event;
    this.variables = variables;
    this.logger = logger;
    deadline = Long.parseLong(event.headers().getOrDefault("lambda-runtime-deadline-ms", "0"));
  }

  @Override
  public String getAwsRequestId() {
    return event.requestId();
  }

  @Override
  public String getLogGroupName() {
    return variables.text("AWS_LAMBDA_LOG_GROUP_NAME");
  }

  @Override
  public String getLogStreamName() {
    return variables.text("AWS_LAMBDA_LOG_STREAM_NAME");
  }

  @Override
  public String getFunctionName() {
    return variables.text("AWS_LAMBDA_FUNCTION_NAME");
  }

  @Override
  public String getFunctionVersion() {
    return variables.text("AWS_LAMBDA_FUNCTION_VERSION");
  }

  @Override
  public @Nullable String getInvokedFunctionArn() {
    return event.header("lambda-runtime-invoked-function-arn");
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return CallerParts.identity(event.header("lambda-runtime-cognito-identity"));
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return CallerParts.clientContext(event.header("lambda-runtime-client-context"));
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.clamp(deadline - System.currentTimeMillis(), 0, Integer.MAX_VALUE);
  }

  @Override
  public int getMemoryLimitInMB() {
    return variables.number("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }

  @Override
  public @Nullable String getXrayTraceId() {
    return event.header("lambda-runtime-trace-id");
  }
}

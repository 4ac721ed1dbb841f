package brume.lambda.operation;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Bytes;
import brume.identity.Principal;
import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Lacking;
import brume.lambda.invoke.EventQueue;
import brume.lambda.invoke.Invoker;
import brume.lambda.invoke.Payload;
import brume.lambda.runtime.Outcome;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Runs a function: now (`RequestResponse`), soon (`Event`), or not at all (`DryRun`).
public final class Invoke implements Operation<InvocationRequest, InvocationResponse> {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;

  private final Aliases aliases;
  private final Invoker invoker;
  private final EventQueue events;
  private final FunctionAccess access;

  public Invoke(Aliases aliases, Invoker invoker, EventQueue events, FunctionAccess access) {
    this.aliases = aliases;
    this.invoker = invoker;
    this.events = events;
    this.access = access;
  }

  @Override
  public Access access(Call call, InvocationRequest input) {
    return access.to("InvokeFunction", function(call, input));
  }

  @Override
  public InvocationResponse run(Call call, InvocationRequest input) {
    Lacking.refuse("DurableExecutionName", input.durableExecutionName());
    Lacking.refuse("TenantId", input.tenantId());
    return switch (input.invocationType() == null ? "RequestResponse" : input.invocationType()) {
      case "RequestResponse" -> answer(call, input);
      case "Event" -> accept(call, input);
      case "DryRun" -> {
        aliases.check(function(call, input));
        yield InvocationResponse.builder().statusCode(NO_CONTENT).build();
      }
      default ->
          throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
              "Not an InvocationType: " + input.invocationType());
    };
  }

  private InvocationResponse answer(Call call, InvocationRequest input) {
    var result =
        invoker.run(
            call,
            function(call, input),
            requestId(call),
            Payload.synchronous(input.payload()),
            clientContext(input.clientContext()));
    return InvocationResponse.builder()
        .statusCode(OK)
        .executedVersion(result.version())
        .functionError(result.errorType() == null ? null : Outcome.FunctionError.KIND)
        .logResult("Tail".equals(input.logType()) ? result.logTail().toBase64() : null)
        .payload(result.payload())
        .build();
  }

  private InvocationResponse accept(Call call, InvocationRequest input) {
    var function = function(call, input);
    aliases.check(function);
    events.add(call, function, requestId(call), Payload.asynchronous(input.payload()));
    return InvocationResponse.builder().statusCode(ACCEPTED).build();
  }

  /// Callers find the log of a function by the id of their request. What a service calls for may be
  /// one of many requests within its own.
  private static String requestId(Call call) {
    return call.caller() instanceof Principal.Service
        ? call.ids().uuid().toString()
        : call.requestId();
  }

  private static @Nullable String clientContext(@Nullable String header) {
    try {
      return header == null ? null : Bytes.wrap(Base64.getDecoder().decode(header)).toUtf8();
    } catch (IllegalArgumentException _) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "Client context must be a valid Base64-encoded JSON object.");
    }
  }

  private static FunctionName function(Call call, InvocationRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}

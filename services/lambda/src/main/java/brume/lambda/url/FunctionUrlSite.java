package brume.lambda.url;

import brume.base.Arn;
import brume.base.Bytes;
import brume.base.Scope;
import brume.http.Request;
import brume.http.Response;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.FunctionUrls;
import brume.lambda.function.FunctionName;
import brume.lambda.function.UrlRules;
import brume.lambda.invoke.Invoker;
import brume.lambda.runtime.Limits;
import brume.model.lambda.FunctionUrlConfig;
import brume.service.Call;
import brume.service.Gate;
import brume.service.Site;
import brume.shape.ServiceException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers at the addresses of functions by running them.
///
/// Whoever calls needs two permissions, those of the URL and of the function behind it, as AWS asks
/// for since October 2025. Source: AWS Lambda Developer Guide, "Control access to Lambda function
/// URLs".
public final class FunctionUrlSite implements Site {
  private static final String SIGNING_NAME = "lambda";
  private static final String ACCESS_DENIED = "AccessDeniedException";
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;

  private final FunctionUrls urls;
  private final FunctionAccess access;
  private final Invoker invoker;
  private final Gate gate;

  public FunctionUrlSite(FunctionUrls urls, FunctionAccess access, Invoker invoker, Gate gate) {
    this.urls = urls;
    this.access = access;
    this.invoker = invoker;
    this.gate = gate;
  }

  @Override
  public String kind() {
    return UrlRules.KIND;
  }

  /// @param name the id of the address
  @Override
  public Response serve(Call call, String name, Request request) throws IOException {
    var config = urls.find(name);
    if (config == null) {
      return forbidden();
    }
    var function = function(config);
    if (!function.scope().region().equals(call.scope().region())) {
      return forbidden();
    }
    var crossOrigin = new CrossOrigin(config.cors());
    if (crossOrigin.isPreflight(request)) {
      return crossOrigin.preflight(request);
    }
    return crossOrigin.with(request, answer(call.in(function.scope()), config, function, request));
  }

  private static FunctionName function(FunctionUrlConfig config) {
    var arn = Arn.parse(config.functionArn()).orElseThrow();
    return FunctionName.of(new Scope(arn.account(), arn.region()), config.functionArn());
  }

  private Response answer(
      Call call, FunctionUrlConfig config, FunctionName function, Request request)
      throws IOException {
    Gate.Visit visit;
    try {
      visit =
          config.authType().equals("NONE")
              ? new Gate.Visit(call, request)
              : gate.identify(call, request, SIGNING_NAME);
    } catch (ServiceException refusal) {
      return UrlReply.message(refusal.error().status(), refusal.error().code(), refusal.message());
    }
    try {
      authorize(visit.call(), config, function);
    } catch (ServiceException _) {
      return forbidden();
    }
    var body = body(visit.request());
    return body == null
        ? UrlReply.message(TOO_LARGE, "RequestEntityTooLargeException", "Request Entity Too Large")
        : run(visit, config, function, body);
  }

  private void authorize(Call call, FunctionUrlConfig config, FunctionName function) {
    gate.authorize(
        call,
        access
            .to("InvokeFunctionUrl", function)
            .where("lambda:FunctionUrlAuthType", config.authType())
            .and(
                access
                    .to("InvokeFunction", function)
                    .where("lambda:InvokedViaFunctionUrl", "true")));
  }

  private static @Nullable Bytes body(Request request) throws IOException {
    if (request.body().length() > Limits.PAYLOAD_BYTES) {
      return null;
    }
    try (var in = request.body().open()) {
      var bytes = in.readNBytes(Limits.PAYLOAD_BYTES + 1);
      return bytes.length > Limits.PAYLOAD_BYTES ? null : Bytes.wrap(bytes);
    }
  }

  private Response run(
      Gate.Visit visit, FunctionUrlConfig config, FunctionName function, Bytes body) {
    var call = visit.call();
    var event = new UrlEvent(call, config, visit.request(), body).json();
    try {
      var payload = Bytes.utf8(event.print());
      var result = invoker.run(call, function, call.requestId(), payload, null);
      return result.errorType() == null ? UrlReply.of(result.payload()) : UrlReply.failed();
    } catch (ServiceException refusal) {
      return UrlReply.message(refusal.error().status(), refusal.error().code(), refusal.message());
    }
  }

  private static Response forbidden() {
    return UrlReply.message(FORBIDDEN, ACCESS_DENIED, "Forbidden");
  }
}

package brume.apigateway.gateway;

import brume.apigateway.record.Lacking;
import brume.http.Request;
import brume.http.Response;
import brume.identity.signature.Dialect;
import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.s3.S3Model;
import brume.model.sns.SnsModel;
import brume.model.sqs.SqsModel;
import brume.model.ssm.SsmModel;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.service.CommonError;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceException;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import brume.wire.Codec;
import brume.wire.Router;
import brume.wire.Target;
import brume.wire.query.Form;
import brume.wire.value.MalformedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The AWS services that integrations reach: requests as clients send them, carried out in process.
public final class AwsServices {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern LISTED = Pattern.compile("(?:^|&)\\w+\\.\\d");
  private static final Map<String, AwsServices> BY_NAME = new LinkedHashMap<>();

  static {
    for (var shape :
        List.of(
            DynamoDbModel.SERVICE,
            SqsModel.SERVICE,
            SnsModel.SERVICE,
            S3Model.SERVICE,
            SsmModel.SERVICE,
            CloudWatchLogsModel.SERVICE,
            StsModel.SERVICE,
            CloudWatchModel.SERVICE,
            CognitoIdentityProviderModel.SERVICE)) {
      BY_NAME.put(shape.endpointPrefix(), new AwsServices(shape));
    }
  }

  private final ServiceShape shape;
  private final Router router;

  private AwsServices(ServiceShape shape) {
    this.shape = shape;
    router = new Router(shape);
  }

  /// Null when integrations do not reach such a service.
  ///
  /// @param name as in the address of an integration
  public static @Nullable AwsServices of(String name) {
    return BY_NAME.get(name);
  }

  /// The value of `X-Amz-Target` for an action; null where the service does not go by it.
  public @Nullable String target(String action) {
    return shape.targetPrefix() == null ? null : shape.targetPrefix() + '.' + action;
  }

  /// The media type of the service's requests.
  public String mediaType() {
    return switch (shape.protocols().getFirst()) {
      case AWS_JSON_1_0 -> "application/x-amz-json-1.0";
      case AWS_JSON_1_1 -> "application/x-amz-json-1.1";
      case AWS_QUERY, EC2_QUERY -> FORM;
      default -> "application/json";
    };
  }

  /// @param call by whom the service is called
  public Response send(Call call, Request request) throws IOException {
    var target = target(request);
    if (target == null) {
      return Response.of(404, "application/json", "{\"message\":\"Unknown operation\"}");
    }
    var codec = Codec.of(target.protocol());
    try {
      return codec.encode(
          shape, target.operation(), invoke(call, codec, target, request), call.requestId());
    } catch (ServiceException refused) {
      return refusal(call, codec, target, refused);
    } catch (MalformedException malformed) {
      return refusal(call, codec, target, CommonError.SERIALIZATION.because(malformed.message()));
    }
  }

  /// SQS, whose model speaks JSON, takes forms too. Lists in them are not read, and so refused.
  private @Nullable Target target(Request request) throws IOException {
    var type = request.headers().first("content-type");
    boolean form = type != null && type.startsWith(FORM);
    if (!form || shape.protocols().contains(Protocol.AWS_QUERY)) {
      return router.route(request);
    }
    var text = new String(read(request), StandardCharsets.UTF_8);
    if (LISTED.matcher(text).find()) {
      throw Lacking.feature("lists in forms for " + shape.id());
    }
    var fields = Form.parse(text);
    var action = fields.get("Action");
    var operation = action == null ? null : shape.operation(action);
    return operation == null ? null : new Target(operation, Protocol.AWS_QUERY, Map.of());
  }

  private static byte[] read(Request request) throws IOException {
    try (var in = request.body().open()) {
      return in.readAllBytes();
    }
  }

  @SuppressWarnings("unchecked")
  private static Structure invoke(Call call, Codec codec, Target target, Request request)
      throws IOException {
    var operation = (OperationShape<Structure, Structure>) target.operation();
    return call.invoke(operation, codec.decode(operation, request, target.labels()));
  }

  private Response refusal(Call call, Codec codec, Target target, ServiceException refused) {
    var error =
        refused.error() instanceof CommonError common
            ? common.in(dialect(target.protocol()))
            : refused.error();
    return codec.encodeError(shape, error, refused.message(), refused.detail(), call.requestId());
  }

  private static Dialect dialect(Protocol protocol) {
    return switch (protocol) {
      case AWS_QUERY -> Dialect.QUERY;
      case EC2_QUERY -> Dialect.EC2;
      case REST_JSON_1 -> Dialect.REST_JSON;
      case REST_XML -> Dialect.S3;
      default -> Dialect.JSON;
    };
  }
}

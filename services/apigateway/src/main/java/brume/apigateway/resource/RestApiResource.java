package brume.apigateway.resource;

import brume.apigateway.openapi.Document;
import brume.apigateway.record.PathAccess;
import brume.base.Bytes;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateRestApiRequest;
import brume.model.apigateway.DeleteRestApiRequest;
import brume.model.apigateway.ImportRestApiRequest;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.PutRestApiRequest;
import brume.model.apigateway.RestApi;
import brume.model.apigateway.UpdateRestApiRequest;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.resource.TemplateTags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `AWS::ApiGateway::RestApi`. `Ref` gives the id, `GetAtt` knows `RootResourceId` and `RestApiId`.
public final class RestApiResource extends ApiResource {
  /// Bytes. Source: "Amazon API Gateway quotas", maximum size of an API definition.
  private static final int MAX_DOCUMENT = 6 << 20;

  public RestApiResource() {
    super(
        "AWS::ApiGateway::RestApi",
        Set.of(),
        Set.of(
            "Name",
            "Description",
            "Body",
            "BodyS3Location",
            "BinaryMediaTypes",
            "ApiKeySourceType",
            "DisableExecuteApiEndpoint",
            "EndpointConfiguration",
            "FailOnWarnings",
            "Mode",
            "Parameters",
            "Policy",
            "Tags"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var document = body(call, properties);
    RestApi api;
    if (document == null) {
      var input = CreateRestApiRequest.builder().name(required(properties, "Name"));
      api = call.invoke(ApiGatewayModel.CREATE_REST_API, input.build());
    } else {
      api =
          call.invoke(
              ApiGatewayModel.IMPORT_REST_API,
              ImportRestApiRequest.builder()
                  .body(document)
                  .failOnWarnings("true".equals(optional(properties, "FailOnWarnings")))
                  .parameters(parameters(properties))
                  .build());
    }
    var id = Objects.requireNonNull(api.id());
    settle(call, id, Json.Obj.EMPTY, request);
    return Resource.of(id)
        .with("RestApiId", id)
        .with("RootResourceId", Objects.requireNonNull(api.rootResourceId()));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var properties = request.properties();
    boolean same =
        Stream.of("Body", "BodyS3Location", "Parameters", "Mode")
            .allMatch(name -> Objects.equals(before.get(name), properties.get(name)));
    var document = same ? null : body(call, properties);
    var settled = before;
    if (document != null) {
      var mode = optional(properties, "Mode");
      call.invoke(
          ApiGatewayModel.PUT_REST_API,
          PutRestApiRequest.builder()
              .restApiId(current.physicalId())
              .mode(mode == null ? "overwrite" : mode)
              .body(document)
              .failOnWarnings("true".equals(optional(properties, "FailOnWarnings")))
              .parameters(parameters(properties))
              .build());
      settled = Json.Obj.EMPTY;
    }
    settle(call, current.physicalId(), settled, request);
    return current;
  }

  /// Sets what is said beside the document.
  private static void settle(Call call, String id, Json.Obj before, Request request) {
    var properties = request.properties();
    var patches =
        new Patches(withText(before, "Policy"), withText(properties, "Policy"))
            .value("Policy", "/policy")
            .value("Name", "/name")
            .value("Description", "/description")
            .value("ApiKeySourceType", "/apiKeySource")
            .value("DisableExecuteApiEndpoint", "/disableExecuteApiEndpoint")
            .set("BinaryMediaTypes", "/binaryMediaTypes");
    var operations = new ArrayList<>(patches.operations());
    if (properties.get("EndpointConfiguration") instanceof Json.Obj endpoint
        && !endpoint.equals(before.get("EndpointConfiguration"))) {
      operations.addAll(endpoint(endpoint));
    }
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_REST_API,
          UpdateRestApiRequest.builder().restApiId(id).patchOperations(operations).build());
    }
    Tagging.set(call, PathAccess.arn(call.scope(), "/restapis/" + id), TemplateTags.of(request));
  }

  private static List<PatchOperation> endpoint(Json.Obj endpoint) {
    for (var name : endpoint.fields().keySet()) {
      if (!name.equals("Types")) {
        throw CommonError.VALIDATION.because("Unsupported property: EndpointConfiguration." + name);
      }
    }
    var types = endpoint.get("Types");
    var type = types == null ? List.<String>of() : types.texts();
    return type.isEmpty()
        ? List.of()
        : List.of(
            PatchOperation.builder().op("remove").path("/endpointConfiguration/types").build(),
            PatchOperation.builder()
                .op("add")
                .path("/endpointConfiguration/types/" + type.getFirst())
                .build());
  }

  private static @Nullable Map<String, String> parameters(Json.Obj properties) {
    return properties.get("Parameters") instanceof Json.Obj given ? Document.texts(given) : null;
  }

  private static @Nullable Bytes body(Call call, Json.Obj properties) {
    var body = document(properties, "Body");
    if (body != null) {
      return Bytes.utf8(body);
    }
    if (!(properties.get("BodyS3Location") instanceof Json.Obj location)) {
      return null;
    }
    var object =
        call.invoke(
            S3Model.GET_OBJECT,
            GetObjectRequest.builder()
                .bucket(required(location, "Bucket"))
                .key(required(location, "Key"))
                .versionId(optional(location, "Version"))
                .build());
    try (var in = Objects.requireNonNull(object.body()).open()) {
      var bytes = in.readNBytes(MAX_DOCUMENT + 1);
      if (bytes.length > MAX_DOCUMENT) {
        throw CommonError.VALIDATION.because("BodyS3Location: the document is larger than 6 MB");
      }
      return Bytes.wrap(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    quietly(
        () ->
            call.invoke(
                ApiGatewayModel.DELETE_REST_API, new DeleteRestApiRequest(current.physicalId())));
  }
}

package brume.apigateway.data;

import brume.apigateway.rest.Missing;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.Deployment;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.Model;
import brume.model.apigateway.RequestValidator;
import brume.model.apigateway.Resource;
import brume.model.apigateway.Stage;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A kind of thing that belongs to a REST API.
///
/// @param frozen whether a deployment keeps it as it was
public record Kind<T extends Structure>(
    Records<T> records,
    Function<T, @Nullable String> id,
    ServiceException missing,
    boolean frozen) {
  public static final Kind<Resource> RESOURCE =
      of("resource", Resource.SHAPE, Resource::id, "Resource", true);
  public static final Kind<Authorizer> AUTHORIZER =
      of("authorizer", Authorizer.SHAPE, Authorizer::id, "Authorizer", true);
  public static final Kind<GatewayResponse> RESPONSE =
      of("response", GatewayResponse.SHAPE, GatewayResponse::responseType, "GatewayResponse", true);
  public static final Kind<Model> MODEL = of("model", Model.SHAPE, Model::name, "Model", true);
  public static final Kind<RequestValidator> VALIDATOR =
      of("validator", RequestValidator.SHAPE, RequestValidator::id, "Request Validator", true);
  public static final Kind<Deployment> DEPLOYMENT =
      of("deployment", Deployment.SHAPE, Deployment::id, "Deployment", false);
  public static final Kind<Stage> STAGE =
      of("stage", Stage.SHAPE, Stage::stageName, "stage", false);

  static final List<Kind<?>> ALL =
      List.of(RESOURCE, AUTHORIZER, RESPONSE, MODEL, VALIDATOR, DEPLOYMENT, STAGE);

  private static <T extends Structure> Kind<T> of(
      String name,
      StructureShape<T> shape,
      Function<T, @Nullable String> id,
      String title,
      boolean frozen) {
    return new Kind<>(new Records<>("apigateway." + name, shape), id, Missing.of(title), frozen);
  }

  String idOf(T value) {
    return Objects.requireNonNull(id.apply(value));
  }
}

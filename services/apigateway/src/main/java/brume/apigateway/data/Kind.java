package brume.apigateway.data;

import brume.apigateway.rest.Missing;
import brume.apigateway.revision.PartKind;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.Deployment;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.Model;
import brume.model.apigateway.RequestValidator;
import brume.model.apigateway.Resource;
import brume.model.apigateway.Stage;
import brume.service.record.Records;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The kinds of things that belong to a REST API.
public final class Kind {
  public static final PartKind<Resource> RESOURCE =
      of("resource", Resource.SHAPE, Resource::id, "Resource", true);
  public static final PartKind<Authorizer> AUTHORIZER =
      of("authorizer", Authorizer.SHAPE, Authorizer::id, "Authorizer", true);
  public static final PartKind<GatewayResponse> RESPONSE =
      of("response", GatewayResponse.SHAPE, GatewayResponse::responseType, "GatewayResponse", true);
  public static final PartKind<Model> MODEL = of("model", Model.SHAPE, Model::name, "Model", true);
  public static final PartKind<RequestValidator> VALIDATOR =
      of("validator", RequestValidator.SHAPE, RequestValidator::id, "Request Validator", true);
  public static final PartKind<Deployment> DEPLOYMENT =
      of("deployment", Deployment.SHAPE, Deployment::id, "Deployment", false);
  public static final PartKind<Stage> STAGE =
      of("stage", Stage.SHAPE, Stage::stageName, "stage", false);

  static final List<PartKind<?>> ALL =
      List.of(RESOURCE, AUTHORIZER, RESPONSE, MODEL, VALIDATOR, DEPLOYMENT, STAGE);

  private Kind() {}

  private static <T extends Structure> PartKind<T> of(
      String name,
      StructureShape<T> shape,
      Function<T, @Nullable String> id,
      String title,
      boolean frozen) {
    return new PartKind<>(
        new Records<>("apigateway." + name, shape), id, Missing.of(title), frozen);
  }
}

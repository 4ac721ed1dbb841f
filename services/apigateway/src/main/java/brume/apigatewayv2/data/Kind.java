package brume.apigatewayv2.data;

import static brume.model.apigatewayv2.ApiGatewayV2Error.NOT_FOUND_EXCEPTION;

import brume.apigateway.revision.PartKind;
import brume.model.apigatewayv2.Authorizer;
import brume.model.apigatewayv2.Deployment;
import brume.model.apigatewayv2.Integration;
import brume.model.apigatewayv2.Route;
import brume.model.apigatewayv2.Stage;
import brume.service.record.Records;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The kinds of things that belong to an HTTP API.
public final class Kind {
  public static final PartKind<Route> ROUTE =
      of("route", Route.SHAPE, Route::routeId, "Route", true);
  public static final PartKind<Integration> INTEGRATION =
      of("integration", Integration.SHAPE, Integration::integrationId, "Integration", true);
  public static final PartKind<Authorizer> AUTHORIZER =
      of("authorizer", Authorizer.SHAPE, Authorizer::authorizerId, "Authorizer", true);
  public static final PartKind<Deployment> DEPLOYMENT =
      of("deployment", Deployment.SHAPE, Deployment::deploymentId, "Deployment", false);
  public static final PartKind<Stage> STAGE =
      of("stage", Stage.SHAPE, Stage::stageName, "Stage", false);

  static final List<PartKind<?>> ALL = List.of(ROUTE, INTEGRATION, AUTHORIZER, DEPLOYMENT, STAGE);

  private Kind() {}

  private static <T extends Structure> PartKind<T> of(
      String name,
      StructureShape<T> shape,
      Function<T, @Nullable String> id,
      String title,
      boolean frozen) {
    return new PartKind<>(
        new Records<>("apigatewayv2." + name, shape),
        id,
        NOT_FOUND_EXCEPTION.because("Invalid " + title + " identifier specified"),
        frozen);
  }
}

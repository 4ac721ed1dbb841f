package brume.apigatewayv2.data;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.apigateway.revision.ApiDraft;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Deployment;
import brume.model.apigatewayv2.Stage;
import brume.service.Call;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Freezes HTTP APIs, when asked to and by itself.
public final class Deployments {
  private static final int ID_CHARS = 6;

  private Deployments() {}

  /// Freezes the draft as it is now.
  ///
  /// Throws the refusal of an API without routes or of a route without an integration.
  public static Deployment add(
      ApiDraft<Api> draft, Call call, @Nullable String description, boolean automatic) {
    var problem = problem(draft);
    if (problem != null) {
      throw BAD_REQUEST_EXCEPTION.because(problem);
    }
    var id = call.ids().lower(ID_CHARS);
    var deployment =
        Deployment.builder()
            .deploymentId(id)
            .autoDeployed(automatic)
            .createdDate(call.now().truncatedTo(ChronoUnit.SECONDS))
            .deploymentStatus("DEPLOYED")
            .description(
                automatic
                    ? "Automatic deployment triggered by changes to the Api configuration"
                    : description)
            .build();
    draft.put(Kind.DEPLOYMENT, deployment);
    draft.freeze(id);
    return deployment;
  }

  private static @Nullable String problem(ApiDraft<Api> draft) {
    var routes = draft.all(Kind.ROUTE);
    if (routes.isEmpty()) {
      return "Unable to deploy API because no routes exist in this API";
    }
    return routes.stream().anyMatch(route -> route.target() == null)
        ? "Unable to deploy API because at least one route has no integration"
        : null;
  }

  public static Stage behind(Stage stage, Deployment deployment, Call call) {
    return stage.toBuilder()
        .deploymentId(deployment.deploymentId())
        .lastUpdatedDate(call.now().truncatedTo(ChronoUnit.SECONDS))
        .build();
  }

  public static void refuseWhenAutomatic(Stage stage) {
    if (Boolean.TRUE.equals(stage.autoDeploy())) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Deployment ID cannot be set on stages when AutoDeploy is enabled");
    }
  }

  /// Puts the draft behind the stages that deploy by themselves, when it can be deployed and is not
  /// what they answer with already; the automatic deployments that no stage uses any more go.
  static void follow(ApiDraft<Api> draft, Call call) {
    var followers =
        draft.all(Kind.STAGE).stream()
            .filter(stage -> Boolean.TRUE.equals(stage.autoDeploy()))
            .toList();
    if (followers.isEmpty()) {
      return;
    }
    var problem = problem(draft);
    if (problem != null) {
      for (var stage : followers) {
        draft.put(
            Kind.STAGE,
            stage.toBuilder()
                .lastDeploymentStatusMessage("Deployment attempt failed: " + problem)
                .build());
      }
      return;
    }
    if (followers.stream().allMatch(stage -> isCurrent(draft, stage))) {
      return;
    }
    var deployment = add(draft, call, null, true);
    var message =
        "Successfully deployed stage with deployment ID '" + deployment.deploymentId() + '\'';
    for (var stage : followers) {
      var moved = behind(stage, deployment, call).toBuilder().lastDeploymentStatusMessage(message);
      draft.put(Kind.STAGE, moved.build());
    }
    sweep(draft);
  }

  private static boolean isCurrent(ApiDraft<Api> draft, Stage stage) {
    var id = stage.deploymentId();
    return id != null
        && draft.api().equals(draft.frozenApi(id))
        && draft.all(Kind.ROUTE).equals(draft.all(Kind.ROUTE, id))
        && draft.all(Kind.INTEGRATION).equals(draft.all(Kind.INTEGRATION, id))
        && draft.all(Kind.AUTHORIZER).equals(draft.all(Kind.AUTHORIZER, id));
  }

  private static void sweep(ApiDraft<Api> draft) {
    var used =
        draft.all(Kind.STAGE).stream().map(stage -> String.valueOf(stage.deploymentId())).toList();
    for (var deployment : draft.all(Kind.DEPLOYMENT)) {
      var id = String.valueOf(deployment.deploymentId());
      if (Boolean.TRUE.equals(deployment.autoDeployed()) && !used.contains(id)) {
        draft.delete(Kind.DEPLOYMENT, id);
        draft.thaw(id);
      }
    }
  }
}

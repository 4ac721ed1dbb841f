package brume.apigateway.operation.stages;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.accesslog.Destination;
import brume.apigateway.data.Draft;
import brume.apigateway.data.Kind;
import brume.apigateway.record.Lacking;
import brume.apigateway.record.Patch;
import brume.apigateway.rest.ClusterSize;
import brume.apigateway.rest.MethodSettings;
import brume.model.apigateway.AccessLogSettings;
import brume.model.apigateway.CanarySettings;
import brume.model.apigateway.CreateDeploymentRequest;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stages are like.
final class Stages {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9\\-._~:/?#&=,]*");

  private Stages() {}

  static Stage created(Stage given, Instant now) {
    if (!NAME.matcher(String.valueOf(given.stageName())).matches()) {
      throw BAD_REQUEST_EXCEPTION.because("Stage name only allows a-zA-Z0-9_-");
    }
    return updated(
        given.toBuilder()
            .createdDate(now.truncatedTo(ChronoUnit.SECONDS))
            .tracingEnabled(false)
            .methodSettings(Map.of())
            .build(),
        now);
  }

  static Stage updated(Stage stage, Instant now) {
    if (stage.variables() != null) {
      stage.variables().forEach(Stages::checkVariable);
    }
    checkCanary(stage.canarySettings());
    checkLogs(stage.accessLogSettings());
    return ClusterSize.settled(stage).toBuilder()
        .lastUpdatedDate(now.truncatedTo(ChronoUnit.SECONDS))
        .build();
  }

  private static void checkCanary(@Nullable CanarySettings canary) {
    var percent = canary == null ? null : canary.percentTraffic();
    if (percent != null && (percent < 0 || percent > PERCENT)) {
      throw BAD_REQUEST_EXCEPTION.because("Percent traffic must be between 0.0 and 100.0");
    }
    if (canary != null && canary.stageVariableOverrides() != null) {
      canary.stageVariableOverrides().forEach(Stages::checkVariable);
    }
  }

  private static final double PERCENT = 100;

  private static void checkLogs(@Nullable AccessLogSettings logs) {
    var arn = logs == null ? null : logs.destinationArn();
    if (arn != null && Destination.of(arn).isEmpty()) {
      throw Lacking.feature("access logs to " + arn);
    }
  }

  private static void checkVariable(String name, String value) {
    if (!VARIABLE.matcher(name).matches()) {
      throw BAD_REQUEST_EXCEPTION.because("Stage variable name only allows a-zA-Z0-9_");
    }
    if (!VALUE.matcher(value).matches()) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Stage variable value for " + name + " must match [A-Za-z0-9-._~:/?#&=,]*");
    }
  }

  /// Whether the stage, or its canary, answers with a deployment.
  static boolean uses(Stage stage, String deployment) {
    var canary = stage.canarySettings();
    return deployment.equals(stage.deploymentId())
        || (canary != null && deployment.equals(canary.deploymentId()));
  }

  /// The stage that a deployment names: as it was, or a new one.
  static Stage deployed(
      Draft draft, CreateDeploymentRequest input, String deployment, Instant now) {
    var name = Objects.requireNonNull(input.stageName());
    var before = draft.find(Kind.STAGE, name);
    var stage =
        before == null
            ? created(
                Stage.builder()
                    .stageName(name)
                    .description(input.stageDescription())
                    .cacheClusterEnabled(input.cacheClusterEnabled())
                    .cacheClusterSize(input.cacheClusterSize())
                    .build(),
                now)
            : before;
    var canary = input.canarySettings();
    if (canary != null) {
      if (before == null) {
        throw BAD_REQUEST_EXCEPTION.because(
            "Canary deployments need a stage that is there already");
      }
      return updated(
          stage.toBuilder()
              .canarySettings(
                  new CanarySettings(
                      deployment,
                      canary.percentTraffic(),
                      canary.stageVariableOverrides(),
                      canary.useStageCache()))
              .build(),
          now);
    }
    var variables = input.variables() == null ? stage.variables() : input.variables();
    return updated(stage.toBuilder().deploymentId(deployment).variables(variables).build(), now);
  }

  /// Refuses paths that settings of AWS have and those of Brume do not.
  static void checkPatch(@Nullable List<PatchOperation> operations) {
    for (var operation : operations == null ? List.<PatchOperation>of() : operations) {
      var first = Patch.parts(operation.path()).getFirst();
      switch (first) {
        case "deploymentId",
            "description",
            "variables",
            "cacheClusterEnabled",
            "cacheClusterSize",
            "canarySettings",
            "accessLogSettings" -> {}
        case "tracingEnabled" -> {
          if (!"false".equals(operation.value())) {
            throw Lacking.feature(first);
          }
        }
        default -> {
          if (!MethodSettings.isSetting(String.valueOf(operation.path()))) {
            throw Lacking.feature("the stage setting " + operation.path());
          }
        }
      }
    }
  }
}

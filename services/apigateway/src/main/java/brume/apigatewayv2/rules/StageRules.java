package brume.apigatewayv2.rules;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.apigateway.record.Lacking;
import brume.apigateway.revision.ApiView;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.CreateStageRequest;
import brume.model.apigatewayv2.RouteSettings;
import brume.model.apigatewayv2.Stage;
import brume.model.apigatewayv2.UpdateStageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a stage must be like.
public final class StageRules {
  private static final Pattern NAME = Pattern.compile("\\$default|[a-zA-Z0-9_-]{1,128}");

  private StageRules() {}

  public static void check(CreateStageRequest input) {
    refuse(input.accessLogSettings(), input.clientCertificateId(), input.defaultRouteSettings());
    if (input.routeSettings() != null && !input.routeSettings().isEmpty()) {
      throw Lacking.feature("RouteSettings");
    }
    if (!NAME.matcher(input.stageName()).matches()) {
      throw BAD_REQUEST_EXCEPTION.because("Stage name only allows a-zA-Z0-9_- or $default");
    }
  }

  public static void check(UpdateStageRequest input) {
    refuse(input.accessLogSettings(), input.clientCertificateId(), input.defaultRouteSettings());
    if (input.routeSettings() != null && !input.routeSettings().isEmpty()) {
      throw Lacking.feature("RouteSettings");
    }
  }

  private static void refuse(
      @Nullable Object accessLogs, @Nullable Object certificate, @Nullable RouteSettings settings) {
    Lacking.refuse("AccessLogSettings", accessLogs);
    Lacking.refuse("ClientCertificateId", certificate);
    if (settings != null) {
      Lacking.refuse("ThrottlingBurstLimit", settings.throttlingBurstLimit());
      Lacking.refuse("ThrottlingRateLimit", settings.throttlingRateLimit());
      Lacking.refuse("DetailedMetricsEnabled", settings.detailedMetricsEnabled());
      Lacking.refuse("DataTraceEnabled", settings.dataTraceEnabled());
    }
  }

  public static Stage created(Stage given, Instant now) {
    return updated(
        given.toBuilder()
            .createdDate(now.truncatedTo(ChronoUnit.SECONDS))
            .autoDeploy(Boolean.TRUE.equals(given.autoDeploy()))
            .defaultRouteSettings(RouteSettings.builder().detailedMetricsEnabled(false).build())
            .routeSettings(Map.of())
            .stageVariables(given.stageVariables() == null ? Map.of() : given.stageVariables())
            .tags(given.tags() == null ? Map.of() : given.tags())
            .build(),
        now);
  }

  public static Stage updated(Stage stage, Instant now) {
    return stage.toBuilder().lastUpdatedDate(now.truncatedTo(ChronoUnit.SECONDS)).build();
  }

  public static void checkDeployment(Stage stage, ApiView<Api> api) {
    if (stage.deploymentId() != null) {
      api.get(Kind.DEPLOYMENT, stage.deploymentId());
    }
  }
}

package brume.apigateway.execution;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.gateway.ServiceUri;
import brume.apigateway.record.Lacking;
import brume.apigateway.rest.Definition;
import brume.apigateway.rest.IntegrationResponses;
import brume.apigateway.rest.MethodSettings;
import brume.apigateway.rest.ModelSchemas;
import brume.apigateway.rest.Resources;
import brume.apigateway.template.MappingTemplate;
import brume.model.apigateway.Integration;
import brume.model.apigateway.Method;
import brume.model.apigateway.Resource;
import brume.model.apigateway.Stage;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Compiles a method, and refuses by name what Brume would not honour of it.
final class RoutePlan {
  private RoutePlan() {}

  /// @param stage in which it answers; null outside of any
  static Route of(
      Resource resource, String verb, Method method, Definition definition, @Nullable Stage stage) {
    var integration = method.methodIntegration();
    if (integration == null) {
      throw BAD_REQUEST_EXCEPTION.because("No integration defined for method");
    }
    var type = String.valueOf(integration.type());
    switch (type) {
      case "MOCK", "HTTP", "HTTP_PROXY" -> {}
      case "AWS", "AWS_PROXY" -> {
        checkService(type, integration);
      }
      default -> throw BAD_REQUEST_EXCEPTION.because("Invalid integration type: " + type);
    }
    if (integration.credentials() != null && integration.credentials().endsWith(":user/*")) {
      throw Lacking.feature("integrations with the caller's credentials");
    }
    RequestMapping.check(integration);
    var setting = MethodSettings.of(stage, Resources.path(resource), verb);
    return new Route(
        resource,
        method,
        integration,
        templates(integration.requestTemplates()),
        answers(integration),
        checksParameters(method, definition),
        schemas(method, definition),
        RestGuard.of(method, definition),
        CacheRule.of(stage, setting, verb, integration),
        new Route.Pace(
            Resources.path(resource) + '/' + verb,
            MethodSettings.throttle(stage, Resources.path(resource), verb)));
  }

  private static void checkService(String type, Integration integration) {
    var uri = String.valueOf(integration.uri());
    if (FunctionUri.function(uri) != null) {
      return;
    }
    if (type.equals("AWS_PROXY") || ServiceUri.of(uri) == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid integration URI specified: " + uri);
    }
    if (!ServiceBackend.reaches(uri)) {
      throw Lacking.feature("integrations of the service of " + uri);
    }
    if (integration.credentials() == null) {
      throw BAD_REQUEST_EXCEPTION.because("Role ARN must be specified for AWS integrations");
    }
  }

  private static boolean checksParameters(Method method, Definition definition) {
    var validator = definition.validator(method.requestValidatorId());
    if (validator == null) {
      return false;
    }
    return Boolean.TRUE.equals(validator.validateRequestParameters());
  }

  private static BodySchemas schemas(Method method, Definition definition) {
    var validator = definition.validator(method.requestValidatorId());
    if (validator == null
        || !Boolean.TRUE.equals(validator.validateRequestBody())
        || method.requestModels() == null) {
      return BodySchemas.NONE;
    }
    var schemas = new ModelSchemas(definition.models());
    var byType = new LinkedHashMap<String, Validator>();
    method
        .requestModels()
        .forEach(
            (type, name) -> {
              var schema = schemas.validator(name);
              if (schema != null) {
                byType.put(type, schema);
              }
            });
    return new BodySchemas(byType);
  }

  private static Map<String, MappingTemplate> templates(@Nullable Map<String, String> texts) {
    var templates = new LinkedHashMap<String, MappingTemplate>();
    if (texts != null) {
      texts.forEach((type, text) -> templates.put(type, MappingTemplate.parse(text)));
    }
    return templates;
  }

  private static List<Route.Answer> answers(Integration integration) {
    var answers = new ArrayList<Route.Answer>();
    for (var response : IntegrationResponses.of(integration).values()) {
      var pattern = response.selectionPattern();
      var parameters =
          response.responseParameters() == null
              ? Map.<String, String>of()
              : response.responseParameters();
      ResponseMapping.check(parameters);
      try {
        answers.add(
            new Route.Answer(
                Integer.parseInt(String.valueOf(response.statusCode())),
                pattern == null || pattern.isEmpty()
                    ? null
                    : Pattern.compile(pattern, Pattern.DOTALL),
                parameters,
                templates(response.responseTemplates())));
      } catch (PatternSyntaxException | NumberFormatException e) {
        throw BAD_REQUEST_EXCEPTION.because("Invalid integration response: " + e.getMessage());
      }
    }
    return List.copyOf(answers);
  }
}

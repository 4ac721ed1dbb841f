package brume.apigateway.openapi;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.record.Lacking;
import brume.apigateway.rest.Definition;
import brume.apigateway.rest.PolicyRules;
import brume.apigateway.rest.Resources;
import brume.base.Bytes;
import brume.base.Ids;
import brume.json.Json;
import brume.model.apigateway.EndpointConfiguration;
import brume.model.apigateway.Model;
import brume.model.apigateway.Resource;
import brume.model.apigateway.RestApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An OpenAPI document on its way to become a REST API.
///
/// Source: API Gateway Developer Guide, "OpenAPI extensions for API Gateway" and "Develop REST APIs
/// using OpenAPI".
public final class RestImport {
  private static final String PREFIX = "x-amazon-apigateway-";
  private static final int ID_CHARS = 6;

  private final Document document;
  private final Map<String, String> parameters;
  private final boolean failOnWarnings;
  private final List<String> warnings = new ArrayList<>();

  private RestImport(Document document, Map<String, String> parameters, boolean failOnWarnings) {
    this.document = document;
    this.parameters = parameters;
    this.failOnWarnings = failOnWarnings;
  }

  /// @param body the document as it was sent
  public static Document read(Bytes body) {
    return Document.read(body.toUtf8(), BAD_REQUEST_EXCEPTION::because);
  }

  /// @param parameters such as `basepath` and `endpointConfigurationTypes`
  public static RestImport of(
      Document document,
      @Nullable Map<String, String> parameters,
      @Nullable Boolean failOnWarnings) {
    return new RestImport(
        document, parameters == null ? Map.of() : parameters, Boolean.TRUE.equals(failOnWarnings));
  }

  /// @param definition what the API becomes
  /// @param warnings of what the document says and nobody heeds
  public record Imported(Definition definition, List<String> warnings) {
    public RestApi told(RestApi api) {
      return warnings.isEmpty() ? api : api.toBuilder().warnings(warnings).build();
    }
  }

  /// The definition with what the document says over what it was. May be called again.
  public Imported onto(Definition before, Ids ids) {
    warnings.clear();
    var parts = new RestParts(document);
    var authorizers = parts.authorizers(before, ids);
    var validators = parts.validators(before, ids);
    var api = api(before.api());
    var operations = new RestOperations(document, authorizers, validators, warnings);
    var resources = resources(before, operations, ids);
    var models = new LinkedHashMap<String, Model>();
    before.models().forEach(model -> models.put(String.valueOf(model.name()), model));
    document
        .schemas()
        .fields()
        .forEach(
            (name, schema) ->
                models.put(
                    name,
                    new Model(
                        "application/json", null, ids.lower(ID_CHARS), name, schema.print())));
    var responses = parts.responses(before);
    if (failOnWarnings && !warnings.isEmpty()) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Warnings found during import:\n\t" + String.join("\n\t", warnings));
    }
    return new Imported(
        new Definition(
            api,
            resources,
            List.copyOf(authorizers.values()),
            responses,
            List.copyOf(models.values()),
            List.copyOf(validators.values())),
        List.copyOf(warnings));
  }

  private RestApi api(RestApi before) {
    var root = document.root();
    var info = document.info();
    var after = before.toBuilder().name(document.title());
    var description = Document.text(info, "description");
    if (description != null) {
      after.description(description);
    }
    var version = Document.text(info, "version");
    if (version != null) {
      after.version(version);
    }
    root.fields().forEach((name, value) -> setting(name, value, after));
    var types = parameters.get("endpointConfigurationTypes");
    if (types != null) {
      after.endpointConfiguration(
          new EndpointConfiguration("ipv4", List.of(types.split(",")), null));
    }
    return after.build();
  }

  private void setting(String name, Json value, RestApi.Builder api) {
    if (!name.startsWith(PREFIX)) {
      return;
    }
    switch (name.substring(PREFIX.length())) {
      case "binary-media-types" -> api.binaryMediaTypes(value.texts());
      case "policy" -> {
        var policy = value.print();
        PolicyRules.check(policy);
        api.policy(policy);
      }
      case "api-key-source" -> api.apiKeySource(value.text());
      case "endpoint-configuration" -> {
        var endpoint = document.object(value);
        if (endpoint.has("vpcEndpointIds")) {
          throw Lacking.feature("VpcEndpointIds");
        }
        api.disableExecuteApiEndpoint(
            "true".equals(Document.text(endpoint, "disableExecuteApiEndpoint")));
      }
      case "gateway-responses",
          "request-validators",
          "request-validator",
          "importexport-version" -> {}
      case "documentation" ->
          warnings.add("Brume does not keep documentation parts: " + name + " is ignored");
      default -> throw Lacking.feature(name);
    }
  }

  private List<Resource> resources(Definition before, RestOperations operations, Ids ids) {
    var tree = new PathBuilder(before.resources(), ids);
    var prefix = prefix();
    document
        .object(document.root(), "paths")
        .fields()
        .forEach(
            (path, value) -> {
              var item = document.object(value);
              var resource = tree.at(prefix + path);
              var methods = new TreeMap<>(Resources.methods(resource));
              Document.VERBS.forEach(
                  (member, verb) -> {
                    if (item.has(member)) {
                      var operation = document.object(item, member);
                      methods.put(
                          verb, operations.method(verb, item, operation, Resources.id(resource)));
                    }
                  });
              tree.put(
                  resource.toBuilder().resourceMethods(methods.isEmpty() ? null : methods).build());
            });
    return tree.all();
  }

  private String prefix() {
    var mode = parameters.getOrDefault("basepath", "ignore");
    return switch (mode) {
      case "ignore" -> "";
      case "prepend" -> document.basePath();
      default -> throw Lacking.feature("the import parameter basepath=" + mode);
    };
  }
}

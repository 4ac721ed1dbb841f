package brume.apigateway.operation.api;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.export.DocumentText;
import brume.apigateway.export.RestExport;
import brume.apigateway.record.Lacking;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Missing;
import brume.base.Bytes;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ExportResponse;
import brume.model.apigateway.GetExportRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes what a stage answers with as an OpenAPI document.
public final class GetExport implements Operation<GetExportRequest, ExportResponse> {
  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final Set<String> EXTENSIONS = Set.of("integrations", "authorizers", "apigateway");

  private final RestApis apis;

  public GetExport(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetExportRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_EXPORT, input);
  }

  @Override
  public ExportResponse run(Call call, GetExportRequest input) {
    var extensions = extensions(input);
    var accepts = Objects.requireNonNullElse(input.accepts(), JSON);
    if (!accepts.equals(JSON) && !accepts.equals(YAML)) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid export format specified: " + accepts);
    }
    var definition =
        apis.read(
            call.scope(),
            input.restApiId(),
            view -> {
              var stage = view.get(Kind.STAGE, input.stageName());
              var frozen = view.frozen(String.valueOf(stage.deploymentId()));
              if (frozen == null) {
                throw Missing.of("Deployment");
              }
              return frozen;
            });
    var host =
        input.restApiId()
            + ".execute-api."
            + call.scope().region()
            + '.'
            + call.endpoint().urlSuffix();
    var export = new RestExport(definition, input.stageName(), host, extensions);
    var document =
        switch (input.exportType()) {
          case "swagger" -> export.swagger();
          case "oas30" -> export.openApi();
          default ->
              throw BAD_REQUEST_EXCEPTION.because(
                  "Invalid export type specified: " + input.exportType());
        };
    boolean yaml = accepts.equals(YAML);
    var text = yaml ? DocumentText.yaml(document) : DocumentText.json(document);
    var name = input.exportType() + '_' + call.now() + (yaml ? ".yaml" : ".json");
    return new ExportResponse(Bytes.utf8(text), "attachment; filename=\"" + name + '"', accepts);
  }

  private static Set<String> extensions(GetExportRequest input) {
    var parameters = Objects.requireNonNullElse(input.parameters(), Map.<String, String>of());
    var given = parameters.getOrDefault("extensions", "");
    var extensions =
        Arrays.stream(given.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toSet());
    for (var extension : extensions) {
      if (!EXTENSIONS.contains(extension)) {
        throw Lacking.feature("the export extension " + extension);
      }
    }
    return extensions;
  }
}

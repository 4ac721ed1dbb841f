package brume.apigatewayv2.operation.stages;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetStagesRequest;
import brume.model.apigatewayv2.GetStagesResponse;
import brume.model.apigatewayv2.Stage;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the stages of an API.
public final class GetStages implements Operation<GetStagesRequest, GetStagesResponse> {
  private final HttpApis apis;

  public GetStages(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetStagesRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_STAGES, input);
  }

  @Override
  public GetStagesResponse run(Call call, GetStagesRequest input) {
    var all = apis.read(call.scope(), input.apiId(), view -> view.all(Kind.STAGE));
    var page = Part.ofText(all, Stage::stageName, input.nextToken(), input.maxResults());
    return new GetStagesResponse(page.items(), page.next());
  }
}

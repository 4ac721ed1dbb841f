package brume.apigateway.operation.parts;

import brume.apigateway.data.OwnResponses;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.ResponseType;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.GatewayResponses;
import brume.model.apigateway.GetGatewayResponsesRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Arrays;
import java.util.Comparator;

/// Lists what the API itself answers in every case.
public final class GetGatewayResponses
    implements Operation<GetGatewayResponsesRequest, GatewayResponses> {
  private final RestApis apis;

  public GetGatewayResponses(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetGatewayResponsesRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_GATEWAY_RESPONSES, input);
  }

  @Override
  public GatewayResponses run(Call call, GetGatewayResponsesRequest input) {
    var all =
        apis.read(
            call.scope(),
            input.restApiId(),
            view ->
                Arrays.stream(ResponseType.values())
                    .map(type -> OwnResponses.of(view, type))
                    .sorted(Comparator.comparing(each -> String.valueOf(each.responseType())))
                    .toList());
    var page = Part.of(all, GatewayResponse::responseType, input.position(), input.limit());
    return new GatewayResponses(page.items(), page.next());
  }
}

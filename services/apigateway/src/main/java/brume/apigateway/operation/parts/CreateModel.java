package brume.apigateway.operation.parts;

import static brume.model.apigateway.ApiGatewayError.CONFLICT_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateModelRequest;
import brume.model.apigateway.Model;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds a model: a schema of bodies, with a name.
public final class CreateModel implements Operation<CreateModelRequest, Model> {
  private static final int ID_CHARS = 6;

  private final RestApis apis;

  public CreateModel(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateModelRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_MODEL, input);
  }

  @Override
  public Model run(Call call, CreateModelRequest input) {
    var model = Alike.copy(Model.SHAPE, input).toBuilder().id(call.ids().lower(ID_CHARS)).build();
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          if (draft.find(Kind.MODEL, input.name()) != null) {
            throw CONFLICT_EXCEPTION.because("Model name already exists for this REST API");
          }
          return draft.put(Kind.MODEL, model);
        });
  }
}

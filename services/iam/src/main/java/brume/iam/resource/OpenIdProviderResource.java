package brume.iam.resource;

import brume.json.Json;
import brume.model.iam.AddClientIDToOpenIDConnectProviderRequest;
import brume.model.iam.CreateOpenIDConnectProviderRequest;
import brume.model.iam.DeleteOpenIDConnectProviderRequest;
import brume.model.iam.GetOpenIDConnectProviderRequest;
import brume.model.iam.IamModel;
import brume.model.iam.RemoveClientIDFromOpenIDConnectProviderRequest;
import brume.model.iam.TagOpenIDConnectProviderRequest;
import brume.model.iam.UntagOpenIDConnectProviderRequest;
import brume.model.iam.UpdateOpenIDConnectProviderThumbprintRequest;
import brume.service.Call;
import brume.service.ResourceType;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// `AWS::IAM::OIDCProvider`. `Ref` gives the ARN, `GetAtt` knows `Arn`.
public final class OpenIdProviderResource implements ResourceType {
  private static final String CLIENTS = "ClientIdList";
  private static final String THUMBPRINTS = "ThumbprintList";

  @Override
  public String name() {
    return "AWS::IAM::OIDCProvider";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Url", CLIENTS, THUMBPRINTS, "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("Url");
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var input =
        CreateOpenIDConnectProviderRequest.builder()
            .url(Properties.required(properties, "Url"))
            .clientIdList(Properties.texts(properties, CLIENTS))
            .thumbprintList(Properties.texts(properties, THUMBPRINTS))
            .tags(Properties.tags(request))
            .build();
    var arn =
        Objects.requireNonNull(
            call.invoke(IamModel.CREATE_OPEN_ID_CONNECT_PROVIDER, input)
                .openIdConnectProviderArn());
    return Resource.of(arn).with("Arn", arn);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var arn = current.physicalId();
    var wanted = request.properties();
    call.invoke(
        IamModel.UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT,
        new UpdateOpenIDConnectProviderThumbprintRequest(
            arn, Properties.texts(wanted, THUMBPRINTS)));
    admit(call, arn, Properties.texts(before, CLIENTS), Properties.texts(wanted, CLIENTS));
    var provider =
        call.invoke(
            IamModel.GET_OPEN_ID_CONNECT_PROVIDER, new GetOpenIDConnectProviderRequest(arn));
    Retagging.of(provider.tags(), Properties.tags(request))
        .run(
            gone ->
                call.invoke(
                    IamModel.UNTAG_OPEN_ID_CONNECT_PROVIDER,
                    new UntagOpenIDConnectProviderRequest(arn, gone)),
            more ->
                call.invoke(
                    IamModel.TAG_OPEN_ID_CONNECT_PROVIDER,
                    new TagOpenIDConnectProviderRequest(arn, more)));
    return current;
  }

  private static void admit(Call call, String arn, List<String> before, List<String> wanted) {
    for (var gone : before) {
      if (!wanted.contains(gone)) {
        call.invoke(
            IamModel.REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER,
            new RemoveClientIDFromOpenIDConnectProviderRequest(gone, arn));
      }
    }
    for (var client : wanted) {
      call.invoke(
          IamModel.ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER,
          new AddClientIDToOpenIDConnectProviderRequest(client, arn));
    }
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Tolerant.remove(
        () ->
            call.invoke(
                IamModel.DELETE_OPEN_ID_CONNECT_PROVIDER,
                new DeleteOpenIDConnectProviderRequest(current.physicalId())));
  }
}

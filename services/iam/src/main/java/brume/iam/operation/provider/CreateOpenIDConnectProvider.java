package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.data.OpenIdProviders;
import brume.iam.entity.ProviderUrl;
import brume.iam.entity.Tags;
import brume.iam.request.Needs;
import brume.model.iam.CreateOpenIDConnectProviderRequest;
import brume.model.iam.CreateOpenIDConnectProviderResponse;
import brume.model.iam.GetOpenIDConnectProviderResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Lets roles trust those for whom an OpenID Connect provider vouches.
final class CreateOpenIDConnectProvider
    implements Operation<CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse> {
  private final Directory directory;

  CreateOpenIDConnectProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateOpenIDConnectProviderRequest input) {
    var access =
        Access.to(
            "iam:" + name(),
            OpenIdProviders.arn(call.scope().account(), ProviderUrl.bare(input.url())));
    return Needs.tagged(access, input.tags());
  }

  @Override
  public CreateOpenIDConnectProviderResponse run(
      Call call, CreateOpenIDConnectProviderRequest input) {
    var url = ProviderUrl.checked(input.url());
    var tags = Tags.ofNew(input.tags());
    var provider =
        GetOpenIDConnectProviderResponse.builder()
            .url(url)
            .clientIdList(input.clientIdList() == null ? List.of() : input.clientIdList())
            .thumbprintList(input.thumbprintList() == null ? List.of() : input.thumbprintList())
            .createDate(call.now())
            .tags(tags)
            .build();
    directory.openIdProviders().create(call.scope(), provider);
    var arn = OpenIdProviders.arn(call.scope().account(), url).toString();
    return new CreateOpenIDConnectProviderResponse(arn, tags);
  }
}

package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.service.Operation;

/// All operations on OpenID Connect providers.
public final class ProviderOperations {
  private ProviderOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    return new Operation<?, ?>[] {
      new AddClientIDToOpenIDConnectProvider(directory),
      new CreateOpenIDConnectProvider(directory),
      new DeleteOpenIDConnectProvider(directory),
      new GetOpenIDConnectProvider(directory),
      new ListOpenIDConnectProviderTags(directory),
      new ListOpenIDConnectProviders(directory),
      new RemoveClientIDFromOpenIDConnectProvider(directory),
      new TagOpenIDConnectProvider(directory),
      new UntagOpenIDConnectProvider(directory),
      new UpdateOpenIDConnectProviderThumbprint(directory)
    };
  }
}

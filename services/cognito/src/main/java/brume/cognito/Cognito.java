package brume.cognito;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.base.Ids;
import brume.cognito.account.Parts;
import brume.cognito.data.Directory;
import brume.cognito.data.Expiry;
import brume.cognito.data.SigningKeys;
import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.login.CognitoTokens;
import brume.cognito.identity.login.Logins;
import brume.cognito.identity.login.Vouching;
import brume.cognito.identity.operation.IdentityPoolOperations;
import brume.cognito.identity.resource.IdentityPoolResource;
import brume.cognito.identity.resource.RoleAttachmentResource;
import brume.cognito.login.LoginSite;
import brume.cognito.message.PostDelivery;
import brume.cognito.message.TextDelivery;
import brume.cognito.operation.UserPoolOperations;
import brume.cognito.resource.UserPoolClientResource;
import brume.cognito.resource.UserPoolDomainResource;
import brume.cognito.resource.UserPoolGroupResource;
import brume.cognito.resource.UserPoolResource;
import brume.cognito.resource.UserPoolResourceServerResource;
import brume.cognito.resource.UserPoolUserResource;
import brume.cognito.resource.UserToGroupResource;
import brume.cognito.secret.Seal;
import brume.cognito.site.PoolSite;
import brume.identity.web.WebIdentities;
import brume.model.cognitoidentity.CognitoIdentityModel;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.service.CrossOrigin;
import brume.service.Service;
import brume.store.Store;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;

/// Both services, as the server wires them.
public final class Cognito {
  /// Of the key that seals what is kept, in bytes.
  public static final int KEY_BYTES = Seal.KEY_BYTES;

  private final Store store;
  private final Directory directory;
  private final CognitoTokens tokens;

  /// @param key [#KEY_BYTES] secret bytes, as durable as the store
  public Cognito(Store store, byte[] key, Ids ids) {
    this(store, key, ids, Cognito::keyPair);
  }

  /// @param source of key pairs to sign with
  Cognito(Store store, byte[] key, Ids ids, Supplier<KeyPair> source) {
    this.store = store;
    var seal = new Seal(key, ids);
    var keys = new SigningKeys(store, seal, source);
    directory = Directory.of(store, seal, keys);
    tokens = new CognitoTokens(keys);
  }

  /// Verifies the tokens of identity pools, for STS.
  public WebIdentities webIdentities() {
    return tokens;
  }

  public List<Service> services() {
    return List.of(userPools(), identityPools());
  }

  private Service userPools() {
    var parts = Parts.of(directory);
    var service =
        Service.of(CognitoIdentityProviderModel.SERVICE)
            .invalidInput(INVALID_PARAMETER_EXCEPTION)
            .crossOrigin(CrossOrigin.ANY)
            .sites(new PoolSite(directory), new LoginSite(parts))
            .deliveries(new PostDelivery(), new TextDelivery())
            .jobs(directory.leftovers(), new Expiry(directory))
            .resourceTypes(
                new UserPoolResource(),
                new UserPoolClientResource(),
                new UserPoolDomainResource(),
                new UserPoolResourceServerResource(),
                new UserPoolGroupResource(),
                new UserPoolUserResource(),
                new UserToGroupResource());
    return UserPoolOperations.add(service, parts).build();
  }

  private Service identityPools() {
    var identities = IdentityDirectory.of(store);
    var vouching = new Vouching(identities, new Logins(directory), tokens);
    return Service.of(CognitoIdentityModel.SERVICE)
        .crossOrigin(CrossOrigin.ANY)
        .operations(IdentityPoolOperations.all(identities, vouching))
        .resourceTypes(new IdentityPoolResource(), new RoleAttachmentResource())
        .build();
  }

  static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(SigningKeys.SIZE);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks RSA", e);
    }
  }
}

package brume.cognito;

import brume.base.Ids;
import brume.cognito.account.Parts;
import brume.cognito.data.Directory;
import brume.cognito.data.SigningKeys;
import brume.cognito.message.PostDelivery;
import brume.cognito.operation.UserPoolOperations;
import brume.cognito.secret.Seal;
import brume.cognito.site.PoolSite;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.service.CrossOrigin;
import brume.service.Service;
import brume.store.Store;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;

/// The services, as the server wires them.
public final class Cognito {
  /// Of the key that seals what is kept, in bytes.
  public static final int KEY_BYTES = Seal.KEY_BYTES;

  private Cognito() {}

  /// @param key [#KEY_BYTES] secret bytes, as durable as the store
  public static List<Service> services(Store store, byte[] key, Ids ids) {
    return services(store, key, ids, Cognito::keyPair);
  }

  /// @param source of key pairs to sign with
  static List<Service> services(Store store, byte[] key, Ids ids, Supplier<KeyPair> source) {
    var seal = new Seal(key, ids);
    var keys = new SigningKeys(store, seal, source);
    var directory = Directory.of(store, seal, keys);
    return List.of(userPools(directory));
  }

  private static Service userPools(Directory directory) {
    var service =
        Service.of(CognitoIdentityProviderModel.SERVICE)
            .crossOrigin(CrossOrigin.ANY)
            .sites(new PoolSite(directory))
            .deliveries(new PostDelivery())
            .jobs(directory.leftovers());
    return UserPoolOperations.add(service, Parts.of(directory)).build();
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

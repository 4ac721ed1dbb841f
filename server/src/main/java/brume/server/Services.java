package brume.server;

import brume.dynamodb.DynamoDb;
import brume.http.engine.Engine;
import brume.iam.Iam;
import brume.identity.SessionTokens;
import brume.lambda.Lambda;
import brume.service.Authorizer;
import brume.service.Platform;
import brume.service.Service;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Every service, wired by constructors.
final class Services implements AutoCloseable {
  private final Lambda lambda;
  private final List<Service> all;

  Services(Place place, Platform platform, SessionTokens tokens, Engine engine) {
    var store = place.store();
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), platform.endpoint().port());
    lambda = new Lambda(store, place.folder().resolve("lambda"), platform, here);
    all = List.of(Iam.service(store), DynamoDb.service(store), lambda.service());
  }

  List<Service> all() {
    return all;
  }

  /// Decides by the policies of IAM.
  Authorizer authorizer() {
    return (_, _) -> {};
  }

  @Override
  public void close() {
    lambda.close();
  }
}

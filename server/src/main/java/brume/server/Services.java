package brume.server;

import brume.apigateway.ApiGateway;
import brume.cloudformation.CloudFormation;
import brume.dax.Dax;
import brume.dax.node.Ports;
import brume.dynamodb.DynamoDb;
import brume.http.client.ClientConfig;
import brume.http.client.HttpClient;
import brume.http.engine.Engine;
import brume.iam.Iam;
import brume.identity.SessionTokens;
import brume.lambda.Lambda;
import brume.logs.Logs;
import brume.s3.S3;
import brume.service.Gate;
import brume.service.Platform;
import brume.service.ResourceType;
import brume.service.Service;
import brume.sts.Sts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// Every service, wired by constructors.
final class Services implements AutoCloseable {
  private final HttpClient upstream;
  private final Lambda lambda;
  private final Dax dax;
  private final List<Service> all = new ArrayList<>();

  /// @param tls the keys of listeners beside HTTP's
  Services(
      Place place,
      Platform platform,
      SessionTokens tokens,
      Engine engine,
      Gate gate,
      Supplier<SSLContext> tls) {
    var store = place.store();
    var port = platform.endpoint().port();
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    upstream = HttpClient.start(engine, ClientConfig.STANDARD);
    lambda = new Lambda(store, place.folder().resolve("lambda"), platform, here);
    dax = new Dax(store, platform, gate, new Ports(here.getAddress(), Ports.USUAL, tls));
    all.add(Iam.service(store));
    all.add(Sts.service(store, tokens, List.of(), upstream::send));
    all.addAll(DynamoDb.services(store));
    all.add(dax.service());
    all.add(S3.service(store, place.blobs()));
    all.add(Logs.service(store));
    all.add(lambda.service());
    all.addAll(ApiGateway.services(store, upstream::send, gate));
    all.add(CloudFormation.service(store, platform, this::resourceTypes));
  }

  List<Service> all() {
    return all;
  }

  /// What services count beside requests, in Prometheus' text format.
  String metrics() {
    return dax.metrics();
  }

  private List<ResourceType> resourceTypes() {
    return all.stream().flatMap(service -> service.resourceTypes().stream()).toList();
  }

  @Override
  public void close() {
    dax.close();
    lambda.close();
    upstream.close();
  }
}

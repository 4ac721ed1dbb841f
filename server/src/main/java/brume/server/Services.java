package brume.server;

import brume.apigateway.ApiGateway;
import brume.cloudformation.CloudFormation;
import brume.cloudwatch.CloudWatch;
import brume.cognito.Cognito;
import brume.dax.Dax;
import brume.dax.node.Ports;
import brume.dynamodb.DynamoDb;
import brume.http.client.ClientConfig;
import brume.http.client.HttpClient;
import brume.iam.Iam;
import brume.lambda.Lambda;
import brume.logs.Logs;
import brume.s3.S3;
import brume.service.ResourceType;
import brume.service.Service;
import brume.ses.Ses;
import brume.ssm.Ssm;
import brume.sts.Sts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Every service, wired by constructors.
final class Services implements AutoCloseable {
  private final HttpClient upstream;
  private final Lambda lambda;
  private final Dax dax;
  private final List<Service> all = new ArrayList<>();

  /// Throws [IOException] when a key of the place cannot be read or made.
  Services(Ground ground) throws IOException {
    var place = ground.place();
    var store = place.store();
    var platform = ground.platform();
    var gate = ground.gate();
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), platform.endpoint().port());
    upstream = HttpClient.start(ground.engine(), ClientConfig.STANDARD);
    var ports = new Ports(here.getAddress(), Ports.USUAL, ground.tls());
    dax = new Dax(store, platform, gate, ports);
    lambda = new Lambda(store, place.folder().resolve("lambda"), platform, here, gate, dax::ports);
    all.add(Iam.service(store, ground.uses()));
    var cognito = new Cognito(store, place.cognitoKey(platform.ids()), platform.ids());
    var known = List.of(cognito.webIdentities());
    all.add(Sts.service(store, ground.tokens(), ground.messages(), known, upstream::send));
    all.addAll(DynamoDb.services(store, ground.counters()));
    all.add(dax.service());
    all.add(S3.service(store, place.blobs()));
    all.add(Logs.service(store));
    all.add(CloudWatch.service(store, ground.counters()));
    all.add(lambda.service());
    all.addAll(ApiGateway.services(store, upstream::send, gate));
    all.addAll(cognito.services());
    all.addAll(Ses.services(store, gate, ground.openOnLoopback(), ground.relay()));
    all.add(Ssm.service(store));
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

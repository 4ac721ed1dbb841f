package brume.dax;

import brume.base.Ids;
import brume.dax.cache.Counts;
import brume.dax.node.Ports;
import brume.dynamodb.DynamoDb;
import brume.http.Response;
import brume.http.client.Outgoing;
import brume.iam.AccessKeys;
import brume.iam.Iam;
import brume.iam.PolicyAuthorizer;
import brume.iam.RootKeys;
import brume.identity.AuthorizationMessages;
import brume.identity.Credential;
import brume.identity.SessionTokens;
import brume.model.dax.Cluster;
import brume.model.dax.CreateClusterRequest;
import brume.model.dax.DaxModel;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.Projection;
import brume.model.iam.CreateAccessKeyRequest;
import brume.model.iam.CreateRoleRequest;
import brume.model.iam.CreateUserRequest;
import brume.model.iam.IamModel;
import brume.model.iam.PutRolePolicyRequest;
import brume.model.iam.PutUserPolicyRequest;
import brume.service.Call;
import brume.service.Platform;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.sts.Sts;
import brume.testing.Local;
import brume.testing.TestClock;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// DAX with real listeners, in front of Brume's own DynamoDB, IAM and STS. Policies decide on what
/// clients ask of clusters, and on what clusters ask of DynamoDB.
public final class Cloud implements AutoCloseable {
  public static final String ROLE = "arn:aws:iam::000000000000:role/dax";

  /// Below the ports that the system gives to clients, so that none takes the port of a cluster
  /// that is being restarted.
  private static final int FIRST_PORT = 18_111;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public final Local local = new Local();
  public final TestClock clock =
      new TestClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
  private final SessionTokens tokens =
      new SessionTokens(new byte[SessionTokens.KEY_BYTES], new Ids(new Random(2)));
  private final AccessKeys keys = new AccessKeys(local.store, tokens);
  public final Credential root =
      new RootKeys(local.store, local.ids, clock).of(Local.SCOPE.account());
  public final PolicyAuthorizer authorizer = new PolicyAuthorizer(local.store);
  private final Platform platform =
      new Platform(local, keys, local.ids, clock, local.platform.endpoint());
  private final Supplier<SSLContext> tls;
  private Dax dax;

  public Cloud() {
    this(Cloud::noKeys);
  }

  /// @param tls the keys of clusters that speak TLS
  public Cloud(Supplier<SSLContext> tls) {
    this.tls = tls;
    local.add(Iam.service(local.store));
    var messages = new AuthorizationMessages(new byte[SessionTokens.KEY_BYTES], local.ids);
    local.add(Sts.service(local.store, tokens, messages, List.of(), Cloud::nobody));
    DynamoDb.services(local.store).forEach(local::add);
    local.authorizedBy(authorizer);
    start();
    role();
  }

  private static Response nobody(Outgoing request, Duration limit) {
    throw new UnsupportedOperationException("Nobody is asked for keys");
  }

  private void role() {
    call(
        IamModel.CREATE_ROLE,
        CreateRoleRequest.builder()
            .roleName("dax")
            .assumeRolePolicyDocument(
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                 "Principal": {"Service": "dax.amazonaws.com"}, "Action": "sts:AssumeRole"}}""")
            .build());
    roleMay("dynamodb:*");
  }

  public void roleMay(String action) {
    call(
        IamModel.PUT_ROLE_POLICY,
        PutRolePolicyRequest.builder()
            .roleName("dax")
            .policyName("inline")
            .policyDocument(
                """
                {"Version": "2012-10-17",
                 "Statement": {"Effect": "Allow", "Action": "%s", "Resource": "*"}}"""
                    .formatted(action))
            .build());
  }

  private void start() {
    var ports = new Ports(InetAddress.getLoopbackAddress(), FIRST_PORT, tls);
    dax = new Dax(local.store, platform, authorizer, ports);
    local.add(dax.service());
  }

  private static SSLContext noKeys() {
    throw new UnsupportedOperationException("This test has no keys");
  }

  /// As if the process ended and began anew.
  public void restart() throws InterruptedException {
    dax.close();
    start();
    var deadline = Instant.now().plus(PATIENCE);
    while (dax.fleet().all().size() < dax.clusters().everywhere().size()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("Not all clusters came back");
      }
      for (var job : dax.service().jobs()) {
        job.run(local.call());
      }
    }
  }

  Dax dax() {
    return dax;
  }

  /// A call by the owner of the account, now.
  public Call rootCall() {
    return platform.call(root.principal(), Local.SCOPE);
  }

  /// Calls as the owner of the account, now.
  public <I extends Structure, O extends Structure> O call(
      OperationShape<I, O> operation, I input) {
    return local.invoke(rootCall(), operation, input);
  }

  public Cluster cluster(String name) {
    return cluster(name, "NONE");
  }

  /// One whose clients speak TLS.
  public Cluster secureCluster(String name) {
    return cluster(name, "TLS");
  }

  private Cluster cluster(String name, String encryption) {
    var request =
        CreateClusterRequest.builder()
            .clusterName(name)
            .nodeType("dax.t3.small")
            .replicationFactor(1)
            .iamRoleArn(ROLE)
            .clusterEndpointEncryptionType(encryption)
            .build();
    return call(DaxModel.CREATE_CLUSTER, request).cluster();
  }

  /// A table on demand; an attribute is written `name:TYPE`.
  public Cloud table(String name, String... keys) {
    call(DynamoDbModel.CREATE_TABLE, definition(name, keys).build());
    return this;
  }

  static CreateTableInput.Builder definition(String name, String... keys) {
    var names = Arrays.stream(keys).map(key -> key.split(":")).toList();
    var schema =
        names.size() == 1
            ? List.of(new KeySchemaElement(names.get(0)[0], "HASH"))
            : List.of(
                new KeySchemaElement(names.get(0)[0], "HASH"),
                new KeySchemaElement(names.get(1)[0], "RANGE"));
    return CreateTableInput.builder()
        .tableName(name)
        .billingMode("PAY_PER_REQUEST")
        .attributeDefinitions(
            names.stream().map(key -> new AttributeDefinition(key[0], key[1])).toList())
        .keySchema(schema);
  }

  /// A table with a global index on its keys' third attribute.
  public Cloud indexed(String table, String index, String... keys) {
    var definition = definition(table, keys[0], keys[1]).build();
    var attributes = new ArrayList<>(definition.attributeDefinitions());
    var third = keys[2].split(":");
    attributes.add(new AttributeDefinition(third[0], third[1]));
    var global =
        GlobalSecondaryIndex.builder()
            .indexName(index)
            .keySchema(List.of(new KeySchemaElement(third[0], "HASH")))
            .projection(Projection.builder().projectionType("ALL").build())
            .build();
    call(
        DynamoDbModel.CREATE_TABLE,
        definition.toBuilder()
            .attributeDefinitions(attributes)
            .globalSecondaryIndexes(List.of(global))
            .build());
    return this;
  }

  /// The access key of a new user who may do one thing.
  public Credential user(String name, String action, String resource) {
    call(IamModel.CREATE_USER, CreateUserRequest.builder().userName(name).build());
    call(
        IamModel.PUT_USER_POLICY,
        PutUserPolicyRequest.builder()
            .userName(name)
            .policyName("inline")
            .policyDocument(
                """
                {"Version": "2012-10-17",
                 "Statement": {"Effect": "Allow", "Action": "%s", "Resource": "%s"}}"""
                    .formatted(action, resource))
            .build());
    var key =
        call(IamModel.CREATE_ACCESS_KEY, CreateAccessKeyRequest.builder().userName(name).build())
            .accessKey();
    return keys.find(key.accessKeyId(), null);
  }

  /// Empties the caches of a cluster whose clients stay connected.
  public void restartCaches(String cluster) {
    dax.fleet().find(Local.SCOPE, cluster).backing().clear();
  }

  public Counts counts(String cluster) {
    return dax.fleet().find(Local.SCOPE, cluster).backing().counts();
  }

  @Override
  public void close() {
    dax.close();
  }
}

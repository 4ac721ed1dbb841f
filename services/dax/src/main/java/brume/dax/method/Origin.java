package brume.dax.method;

import brume.base.Arn;
import brume.base.Scope;
import brume.dax.form.KeyForm;
import brume.identity.Principal;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbError;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.TableDescription;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.service.Platform;
import brume.shape.OperationShape;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// DynamoDB as a cluster sees it: called in a session of the cluster's role, and with the keys of
/// its tables remembered for a while.
public final class Origin {
  /// As the cluster and as trust policies know it.
  private static final Principal.Service DAX = new Principal.Service("dax.amazonaws.com");

  /// Before its end a session is no longer used.
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /// Clients ask for the key of a table as often.
  private static final Duration KEY_LIFE = Duration.ofMinutes(1);

  private static final int MAX_KEYS = 10_000;

  private final Platform platform;
  private final Scope scope;
  private final Arn cluster;
  private final String role;
  private final Map<String, Known> keys = new ConcurrentHashMap<>();
  private volatile @Nullable Credentials session;

  private record Known(KeyForm key, long until) {}

  /// @param role its ARN
  public Origin(Platform platform, Scope scope, Arn cluster, String role) {
    this.platform = platform;
    this.scope = scope;
    this.cluster = cluster;
    this.role = role;
  }

  /// Throws the refusals of DynamoDB, and that of STS when the role cannot be assumed.
  <I extends Structure, O extends Structure> O invoke(OperationShape<I, O> operation, I input) {
    try {
      return call().invoke(operation, input);
    } catch (ServiceException refused) {
      if (refused.error() == DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION) {
        keys.clear();
      }
      throw refused;
    }
  }

  private Call call() {
    var current = session;
    if (current == null || platform.clock().instant().plus(MARGIN).isAfter(current.expiration())) {
      current = assume();
      session = current;
    }
    var credential = platform.credentials().find(current.accessKeyId(), current.sessionToken());
    if (credential == null) {
      session = null;
      throw new IllegalStateException("The session of " + role + " is not known");
    }
    return platform.call(credential.principal(), scope).as(credential);
  }

  private Credentials assume() {
    var request = AssumeRoleRequest.builder().roleArn(role).roleSessionName("dax").build();
    var answer = platform.call(DAX, scope).as(DAX, cluster).invoke(StsModel.ASSUME_ROLE, request);
    return Objects.requireNonNull(answer.credentials());
  }

  /// The primary key of a table.
  KeyForm key(String table) {
    long now = platform.clock().millis();
    var known = keys.get(table);
    if (known != null && now < known.until) {
      return known.key;
    }
    var described = invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(table)).table();
    var key = key(Objects.requireNonNull(described));
    if (keys.size() >= MAX_KEYS) {
      keys.clear();
    }
    keys.put(table, new Known(key, now + KEY_LIFE.toMillis()));
    return key;
  }

  private static KeyForm key(TableDescription table) {
    var schema = Objects.requireNonNull(table.keySchema());
    var hash = attribute(table, schema, "HASH");
    return new KeyForm(Objects.requireNonNull(hash), attribute(table, schema, "RANGE"));
  }

  private static KeyForm.@Nullable Attribute attribute(
      TableDescription table, List<KeySchemaElement> schema, String keyType) {
    for (var element : schema) {
      if (element.keyType().equals(keyType)) {
        var name = element.attributeName();
        for (var defined : Objects.requireNonNull(table.attributeDefinitions())) {
          if (defined.attributeName().equals(name)) {
            return new KeyForm.Attribute(name, defined.attributeType());
          }
        }
      }
    }
    return null;
  }
}

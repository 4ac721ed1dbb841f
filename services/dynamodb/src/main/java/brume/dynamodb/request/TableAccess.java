package brume.dynamodb.request;

import brume.base.Bytes;
import brume.dynamodb.catalog.TableName;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Value;
import brume.dynamodb.table.Table;
import brume.identity.Principal;
import brume.model.dynamodb.AttributeValue;
import brume.service.Access;
import brume.service.Call;
import brume.shape.ServiceException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What callers must be allowed to work with a table or an index, and what policies may ask of
/// that.
///
/// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
/// DynamoDB".
public final class TableAccess {
  private static final String ATTRIBUTES = "dynamodb:Attributes";
  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

  private TableAccess() {}

  /// @param table its name, in the call's scope, or its ARN
  public static Access to(Tables tables, Call call, String action, String table) {
    return to(tables, call, action, table, null);
  }

  public static Access to(
      Tables tables, Call call, String action, String table, @Nullable String index) {
    var arn = TableName.isArn(table) ? table : Table.arn(call.scope(), table).toString();
    var access = Access.to("dynamodb:" + action, index == null ? arn : arn + "/index/" + index);
    var known = tables.lately(TableName.of(call.scope(), table));
    var policy = known == null ? null : known.definition().policy();
    return known == null || policy == null
        ? access
        : access.guardedBy(new Access.Guard(known.scope().account(), policy.document()));
  }

  /// The same for items, whose partition keys policies may ask for.
  ///
  /// @param items items, or their keys
  public static Access toItems(
      Tables tables,
      Call call,
      String action,
      String table,
      Stream<? extends Map<String, AttributeValue>> items) {
    var access = to(tables, call, action, table);
    if (isOwner(call)) {
      return access;
    }
    var known = tables.lately(TableName.of(call.scope(), table));
    if (known == null) {
      return access;
    }
    var partition = known.schema().partition().name();
    var keys =
        items.map(item -> item.get(partition)).filter(Objects::nonNull).map(TableAccess::text);
    return access.where(LEADING_KEYS, keys.distinct().toArray(String[]::new));
  }

  /// The same for the items with one partition key.
  public static Access toPartition(Access access, Value partition) {
    return access.where(LEADING_KEYS, text(AttributeValues.of(partition)));
  }

  /// The same with what else policies may ask for, which takes reading the request: one that cannot
  /// be read is refused when it is carried out, and nobody needs to be told so before.
  public static Access narrowed(Call call, Access access, Supplier<Access> narrower) {
    if (isOwner(call)) {
      return access;
    }
    try {
      return narrower.get();
    } catch (ServiceException _) {
      return access;
    }
  }

  /// The same for reading, with the attributes that the request speaks of.
  ///
  /// @param projection null for whole items
  /// @param others the attributes of keys and filters
  /// @param select the parameter; null for its default
  public static Access reading(
      Access access, @Nullable Projection projection, Set<String> others, @Nullable String select) {
    var attributes = new HashSet<>(others);
    if (projection != null) {
      projection.paths().forEach(path -> attributes.add(path.attribute()));
    }
    var shown = projection == null ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES";
    return access
        .where(ATTRIBUTES, attributes.toArray(String[]::new))
        .where("dynamodb:Select", select == null ? shown : select);
  }

  /// The same for writing.
  ///
  /// @param attributes that the request speaks of
  /// @param returnValues the parameter; null for its default
  public static Access writing(
      Access access, Set<String> attributes, @Nullable String returnValues) {
    return access
        .where(ATTRIBUTES, attributes.toArray(String[]::new))
        .where("dynamodb:ReturnValues", returnValues == null ? "NONE" : returnValues);
  }

  /// No policy limits the owner of an account, so there is no need to tell them anything.
  private static boolean isOwner(Call call) {
    return call.caller() instanceof Principal.Root;
  }

  private static String text(AttributeValue key) {
    return Stream.of(key.s(), key.n(), key.b() == null ? null : base64(key.b()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String base64(Bytes bytes) {
    return bytes.toBase64();
  }

  /// The needs of several parts of one request.
  public static Access all(Stream<Access> parts) {
    return parts.reduce(new Access(List.of()), Access::and);
  }
}

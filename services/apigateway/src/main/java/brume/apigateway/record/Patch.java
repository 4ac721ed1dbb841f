package brume.apigateway.record;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.json.Json;
import brume.model.apigateway.PatchOperation;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Applies patch operations to a record: `replace /name`, `add /variables/color`, `remove
/// /binaryMediaTypes/image~1png`.
///
/// A path names a member, an entry of a map, or an item of a list of texts; `~1` is a slash in a
/// key, and `~0` a tilde.
///
/// Source: API Gateway API reference, "Patch operations".
public final class Patch {
  private final Set<String> members;

  /// @param members the first parts of the paths that may be patched
  public Patch(String... members) {
    this.members = Set.of(members);
  }

  public <T extends Structure> T apply(T record, @Nullable List<PatchOperation> operations) {
    var tree = RecordJson.tree(record);
    for (var name : List.copyOf(tree.fields().keySet())) {
      tree = members.contains(name) ? tree : tree.without(name);
    }
    for (var operation : operations == null ? List.<PatchOperation>of() : operations) {
      tree = step(tree, operation);
    }
    @SuppressWarnings("unchecked")
    var shape = (StructureShape<T>) record.shape();
    var patched = RecordJson.read(tree, shape);
    var values = new @Nullable Object[shape.members().size()];
    for (int i = 0; i < values.length; i++) {
      boolean mayChange = members.contains(shape.members().get(i).wireName());
      values[i] = mayChange ? patched.member(i) : record.member(i);
    }
    return shape.make(values);
  }

  /// The parts of a path, unescaped.
  public static List<String> parts(@Nullable String path) {
    if (path == null || !path.startsWith("/")) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid patch path " + path);
    }
    return Arrays.stream(path.substring(1).split("/", -1))
        .map(part -> part.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private Json.Obj step(Json.Obj tree, PatchOperation operation) {
    var path = parts(operation.path());
    var op = operation.op() == null ? "" : operation.op();
    if (!members.contains(path.getFirst())) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid patch path '"
              + operation.path()
              + "' specified for op '"
              + op
              + "'. Must be one of: "
              + members.stream().sorted().map(member -> '/' + member).toList());
    }
    return switch (op) {
      case "add", "replace" -> set(tree, path, operation.value(), op.equals("add"));
      case "remove" -> remove(tree, path, operation.value());
      default -> throw Lacking.feature("the patch operation '" + op + '\'');
    };
  }

  private static Json.Obj set(
      Json.Obj tree, List<String> path, @Nullable String value, boolean add) {
    var name = path.getFirst();
    var before = tree.get(name);
    if (path.size() == 1) {
      boolean isList = add && before instanceof Json.Arr;
      return tree.with(name, before != null && isList ? with(before, value) : Json.of(value));
    }
    var rest = path.subList(1, path.size());
    if (before instanceof Json.Arr(List<Json> items)) {
      var kept = new ArrayList<>(items);
      var item = Json.of(rest.getFirst());
      int at = kept.indexOf(item);
      var wanted = value == null || add ? item : Json.of(value);
      if (at >= 0) {
        kept.set(at, wanted);
      } else {
        kept.add(wanted);
      }
      return tree.with(name, new Json.Arr(kept));
    }
    if (before == null && LISTS.contains(name)) {
      return tree.with(name, Json.array(Json.of(rest.getFirst())));
    }
    var inner = before instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    return tree.with(name, set(inner, rest, value, add));
  }

  /// The lists of texts that a path may reach into; other containers are made as maps.
  private static final Set<String> LISTS =
      Set.of(
          "binaryMediaTypes",
          "types",
          "vpcEndpointIds",
          "authorizationScopes",
          "cacheKeyParameters",
          "providerARNs");

  private static Json with(Json list, @Nullable String value) {
    var items = new ArrayList<>(list.list());
    items.add(Json.of(value));
    return new Json.Arr(items);
  }

  private static Json.Obj remove(Json.Obj tree, List<String> path, @Nullable String value) {
    var name = path.getFirst();
    var before = tree.get(name);
    if (before instanceof Json.Arr(List<Json> items) && (path.size() > 1 || value != null)) {
      var gone = Json.of(path.size() > 1 ? path.get(1) : value);
      return tree.with(
          name, new Json.Arr(items.stream().filter(item -> !item.equals(gone)).toList()));
    }
    if (path.size() == 1) {
      return tree.without(name);
    }
    return before instanceof Json.Obj inner
        ? tree.with(name, remove(inner, path.subList(1, path.size()), value))
        : tree;
  }
}

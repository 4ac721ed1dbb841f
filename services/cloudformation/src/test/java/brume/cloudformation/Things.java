package brume.cloudformation;

import brume.json.Json;
import brume.model.sqs.SqsError;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateTags;
import brume.service.resource.UnfinishedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `AWS::Test::Thing`: a resource that is an entry of a map, and fails when it is told to.
///
/// `Name` and `Kind` are create-only. `Fails` names the action that fails: `create`, `update`,
/// `late-create` and `late-update` after the work was done, or `delete`.
public final class Things implements ResourceType {
  /// Physical ids and what they were made of.
  public final Map<String, Json.Obj> world = new ConcurrentHashMap<>();

  public final List<String> actions = Collections.synchronizedList(new ArrayList<>());
  public final Set<String> callers = ConcurrentHashMap.newKeySet();

  public volatile Consumer<Call> onCall = _ -> {};

  /// Called with an action and a logical or physical id before it is taken.
  public volatile Consumer<String> before = _ -> {};

  /// Called after it was taken, before its answer is known.
  public volatile Consumer<String> after = _ -> {};

  @Override
  public String name() {
    return "AWS::Test::Thing";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Name", "Kind", "Size", "Uses", "Fails", "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("Name", "Kind");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request,
        "Name",
        SqsError.QUEUE_DOES_NOT_EXIST,
        name -> {
          if (!world.containsKey(name)) {
            throw SqsError.QUEUE_DOES_NOT_EXIST.because(name);
          }
        });
  }

  @Override
  public Resource create(Call call, Request request) {
    begin("create " + request.logicalId(), call);
    failIf("create", request.properties(), request.logicalId());
    var name = request.properties().get("Name");
    var id = name == null ? request.generatedName(64) : String.valueOf(name.text());
    if (world.putIfAbsent(id, made(request)) != null && !request.isOwn("Name")) {
      throw SqsError.QUEUE_NAME_EXISTS.because(id + " already exists");
    }
    after.accept("create " + request.logicalId());
    var resource = resource(id, request.properties());
    return UnfinishedException.guard(
        resource,
        () -> {
          failIf("late-create", request.properties(), request.logicalId());
          return resource;
        });
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    begin("update " + request.logicalId(), call);
    failIf("update", request.properties(), request.logicalId());
    world.replace(current.physicalId(), made(request));
    failIf("late-update", request.properties(), request.logicalId());
    after.accept("update " + request.logicalId());
    return resource(current.physicalId(), request.properties());
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    begin("delete " + current.physicalId(), call);
    failIf("delete", properties, current.physicalId());
    world.remove(current.physicalId());
    after.accept("delete " + current.physicalId());
  }

  private void begin(String action, Call call) {
    onCall.accept(call);
    before.accept(action);
    actions.add(action);
    callers.add(call.caller().arn());
  }

  private static void failIf(String action, Json.Obj properties, String id) {
    if (text(properties, "Fails").equals(action)) {
      throw SqsError.UNSUPPORTED_OPERATION.because("No " + action + " of " + id);
    }
  }

  private static Json.Obj made(Request request) {
    var tags = new TreeMap<String, Json>();
    TemplateTags.of(request).forEach((key, value) -> tags.put(key, Json.of(value)));
    return request.properties().with("Tags", new Json.Obj(tags));
  }

  private static Resource resource(String id, Json.Obj properties) {
    return Resource.of(id).with("Arn", "arn:thing:" + id).with("Size", text(properties, "Size"));
  }

  private static String text(Json.Obj properties, String name) {
    @Nullable Json value = properties.get(name);
    return value == null ? "" : Objects.requireNonNullElse(value.text(), "");
  }
}

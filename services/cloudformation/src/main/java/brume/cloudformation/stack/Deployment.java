package brume.cloudformation.stack;

import brume.json.Json;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The last change of a stack that somebody asked for: under way as long as the stack's status says
/// so.
///
/// @param id of this request; what is owed for an older one is no longer done
/// @param requestToken the client's own name of the request
/// @param deployer as whom the resources are changed
/// @param onFailure what becomes of the stack when a resource fails
/// @param retainExceptOnCreate whether resources that a rollback removes go in spite of `Retain`
/// @param leftAlone logical ids: kept when the stack is deleted, passed over when it is rolled back
/// @param deadline when creation has taken too long
/// @param trouble why it is not carried on with, once it is not
public record Deployment(
    String id,
    @Nullable String requestToken,
    Deployer deployer,
    OnFailure onFailure,
    boolean retainExceptOnCreate,
    Set<String> leftAlone,
    @Nullable Instant deadline,
    @Nullable String trouble) {

  /// Named as the values of `OnFailure`.
  public enum OnFailure {
    ROLLBACK,
    DO_NOTHING,
    DELETE
  }

  public Deployment {
    leftAlone = Set.copyOf(leftAlone);
  }

  public static Deployment of(String id, @Nullable String requestToken, Deployer deployer) {
    return new Deployment(
        id, requestToken, deployer, OnFailure.ROLLBACK, false, Set.of(), null, null);
  }

  public Deployment onFailure(OnFailure next) {
    return new Deployment(
        id, requestToken, deployer, next, retainExceptOnCreate, leftAlone, deadline, trouble);
  }

  public Deployment retainingExceptOnCreate(boolean next) {
    return new Deployment(
        id, requestToken, deployer, onFailure, next, leftAlone, deadline, trouble);
  }

  public Deployment leavingAlone(Set<String> next) {
    return new Deployment(
        id, requestToken, deployer, onFailure, retainExceptOnCreate, next, deadline, trouble);
  }

  public Deployment until(@Nullable Instant next) {
    return new Deployment(
        id, requestToken, deployer, onFailure, retainExceptOnCreate, leftAlone, next, trouble);
  }

  public Deployment inTrouble(String why) {
    return new Deployment(
        id, requestToken, deployer, onFailure, retainExceptOnCreate, leftAlone, deadline, why);
  }

  /// For what is done about the trouble.
  public Deployment outOfTrouble() {
    return new Deployment(
        id, requestToken, deployer, onFailure, retainExceptOnCreate, leftAlone, deadline, null);
  }

  public Json.Obj toJson() {
    return Json.object(
        "id", Json.of(id),
        "requestToken", Json.of(requestToken),
        "deployer", deployer.toJson(),
        "onFailure", Json.of(onFailure.name()),
        "retainExceptOnCreate", Json.of(retainExceptOnCreate),
        "leftAlone", Fields.of(leftAlone),
        "deadline", Json.of(deadline == null ? null : deadline.toString()),
        "trouble", Json.of(trouble));
  }

  public static Deployment of(Json.Obj document) {
    var fields = new Fields(document);
    var deadline = fields.optional("deadline");
    return new Deployment(
        fields.text("id"),
        fields.optional("requestToken"),
        Deployer.of(fields.object("deployer")),
        OnFailure.valueOf(fields.text("onFailure")),
        fields.truth("retainExceptOnCreate"),
        Set.copyOf(fields.texts("leftAlone")),
        deadline == null ? null : Instant.parse(deadline),
        fields.optional("trouble"));
  }
}

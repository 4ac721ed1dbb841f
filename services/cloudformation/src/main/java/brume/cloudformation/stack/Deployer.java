package brume.cloudformation.stack;

import brume.identity.Principal;
import brume.identity.Session;
import brume.json.Json;
import brume.service.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who asked for a deployment, remembered until it ends: as AWS keeps a session of the caller for
/// it.
///
/// @param session what the caller's temporary credentials are limited to
public record Deployer(Principal principal, @Nullable Session session) {
  /// As which CloudFormation itself calls other services.
  public static final String SERVICE = "cloudformation.amazonaws.com";

  public static Deployer of(Call call) {
    return new Deployer(call.caller(), call.context().session());
  }

  Json.Obj toJson() {
    return Json.object(
        "principal", write(principal), "session", session == null ? Json.ofNull() : write(session));
  }

  static Deployer of(Json.Obj document) {
    var fields = new Fields(document);
    return new Deployer(
        principal(fields.object("principal")), fields.part("session", Deployer::session));
  }

  private static Json.Obj write(Principal principal) {
    return switch (principal) {
      case Principal.Root(String account) -> texts("root", account);
      case Principal.User(String account, String path, String name, String id) ->
          texts("user", account, path, name, id);
      case Principal.AssumedRole(
              String account,
              String path,
              String role,
              String id,
              String session) ->
          texts("role", account, path, role, id, session);
      case Principal.FederatedUser(String account, String name, Principal issuer) ->
          texts("federated", account, name).with("issuer", write(issuer));
      case Principal.Federated(String provider, String subject) ->
          texts("subject", provider, subject);
      case Principal.Service(String name) -> texts("service", name);
      case Principal.Anonymous _ -> texts("anonymous");
    };
  }

  private static Json.Obj texts(String kind, String... parts) {
    return Json.object("kind", Json.of(kind), "parts", Fields.of(List.of(parts)));
  }

  private static Principal principal(Json.Obj document) {
    var fields = new Fields(document);
    var parts = fields.texts("parts");
    return switch (fields.text("kind")) {
      case "root" -> new Principal.Root(parts.get(0));
      case "user" -> new Principal.User(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
      case "role" ->
          new Principal.AssumedRole(
              parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
      case "federated" ->
          new Principal.FederatedUser(
              parts.get(0), parts.get(1), principal(fields.object("issuer")));
      case "subject" -> new Principal.Federated(parts.get(0), parts.get(1));
      case "service" -> new Principal.Service(parts.get(0));
      default -> Principal.anonymous();
    };
  }

  private static Json.Obj write(Session session) {
    var context = new LinkedHashMap<String, Json>();
    session.context().forEach((key, values) -> context.put(key, Fields.of(values)));
    return Json.object(
        "issued", Json.of(session.issued().toString()),
        "policies", Fields.of(session.policies()),
        "tags", Fields.of(session.tags()),
        "context", new Json.Obj(context));
  }

  private static Session session(Json.Obj document) {
    var fields = new Fields(document);
    Map<String, List<String>> context = new LinkedHashMap<>();
    fields
        .object("context")
        .fields()
        .forEach((key, values) -> context.put(key, new ArrayList<>(values.texts())));
    return new Session(
        Instant.parse(fields.text("issued")),
        fields.texts("policies"),
        fields.textsByName("tags"),
        context);
  }
}

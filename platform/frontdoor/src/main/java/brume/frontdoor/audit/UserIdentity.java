package brume.frontdoor.audit;

import brume.identity.Principal;
import brume.identity.Session;
import brume.json.Json;
import brume.service.RequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who called, as records name them.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element".
final class UserIdentity {
  private static final String PROVIDER = "aws:FederatedProvider";

  private UserIdentity() {}

  static Json of(Principal caller, RequestContext context) {
    var fields = new LinkedHashMap<String, Json>();
    switch (caller) {
      case Principal.Root _ -> identity(fields, "Root", caller, context);
      case Principal.User user -> {
        identity(fields, "IAMUser", caller, context);
        fields.put("userName", Json.of(user.name()));
        session(fields, null, context.session());
      }
      case Principal.AssumedRole role -> {
        identity(fields, "AssumedRole", caller, context);
        session(fields, issuer(role), context.session());
      }
      case Principal.FederatedUser user -> {
        identity(fields, "FederatedUser", caller, context);
        session(fields, issuer(user.issuer()), context.session());
      }
      case Principal.Service(var name) -> {
        fields.put("type", Json.of("AWSService"));
        fields.put("invokedBy", Json.of(name));
      }
      case Principal.Federated(var provider, var subject) -> {
        fields.put("type", Json.of("WebIdentityUser"));
        fields.put("principalId", Json.of(caller.userId()));
        fields.put("userName", Json.of(subject));
        fields.put("identityProvider", Json.of(provider));
      }
      case Principal.Anonymous _ -> {
        fields.put("type", Json.of("AWSAccount"));
        fields.put("principalId", Json.of(""));
        fields.put("accountId", Json.of("anonymous"));
      }
    }
    return new Json.Obj(fields);
  }

  private static void identity(
      Map<String, Json> fields, String type, Principal caller, RequestContext context) {
    fields.put("type", Json.of(type));
    fields.put("principalId", Json.of(caller.userId()));
    fields.put("arn", Json.of(caller.arn()));
    fields.put("accountId", Json.of(caller.account()));
    if (context.accessKeyId() != null) {
      fields.put("accessKeyId", Json.of(context.accessKeyId()));
    }
  }

  private static Json issuer(Principal.AssumedRole role) {
    return Json.object(
        "type", Json.of("Role"),
        "principalId", Json.of(role.roleId()),
        "arn", Json.of(role.roleArn()),
        "accountId", Json.of(role.account()),
        "userName", Json.of(role.role()));
  }

  private static Json issuer(Principal issuer) {
    return Json.object(
        "type", Json.of(issuer instanceof Principal.Root ? "Root" : "IAMUser"),
        "principalId", Json.of(issuer.userId()),
        "arn", Json.of(issuer.arn()),
        "accountId", Json.of(issuer.account()));
  }

  private static void session(
      Map<String, Json> fields, @Nullable Json issuer, @Nullable Session session) {
    if (session == null) {
      return;
    }
    var context = new LinkedHashMap<String, Json>();
    if (issuer != null) {
      context.put("sessionIssuer", issuer);
    }
    var provider = session.context().getOrDefault(PROVIDER, List.of());
    if (!provider.isEmpty()) {
      context.put(
          "webIdFederationData",
          Json.object(
              "federatedProvider",
              Json.of(provider.getFirst()),
              "attributes",
              federation(session.context())));
    }
    context.put(
        "attributes",
        Json.object(
            "creationDate", Json.of(session.issued().toString()),
            "mfaAuthenticated", Json.of("false")));
    var source = session.context().getOrDefault("aws:SourceIdentity", List.of());
    if (!source.isEmpty()) {
      context.put("sourceIdentity", Json.of(source.getFirst()));
    }
    fields.put("sessionContext", new Json.Obj(context));
  }

  /// The keys of the provider, which are those that have its name.
  private static Json federation(Map<String, List<String>> keys) {
    var attributes = new LinkedHashMap<String, Json>();
    keys.forEach(
        (key, values) -> {
          if (key.endsWith(":aud") || key.endsWith(":sub")) {
            attributes.put(key, Json.of(String.join(",", values)));
          }
        });
    return new Json.Obj(attributes);
  }
}

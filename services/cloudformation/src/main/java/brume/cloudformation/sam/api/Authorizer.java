package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An authorizer of a REST API: a user pool, or a function.
///
/// @param pools the ARNs of user pools, or null for a function
/// @param function the ARN of a function, or null for user pools
record Authorizer(@Nullable Json pools, @Nullable Json function, Json.Obj config) {
  static Authorizer of(SamResource api, String name, Json json) {
    if (json instanceof Json.Obj config) {
      var pools = config.get("UserPoolArn");
      var function = config.get("FunctionArn");
      if ((pools == null) != (function == null)) {
        return new Authorizer(pools, function, config);
      }
    }
    throw api.invalid("Authorizer " + name + " requires either UserPoolArn or FunctionArn.");
  }

  Json scopes() {
    var scopes = config.get("AuthorizationScopes");
    return scopes == null ? Json.Arr.EMPTY : scopes;
  }

  private Json.Obj identity() {
    return config.get("Identity") instanceof Json.Obj identity ? identity : Json.Obj.EMPTY;
  }

  private boolean isRequest() {
    return Json.of("REQUEST").equals(config.get("FunctionPayloadType"));
  }

  Json.Obj definition() {
    var type =
        Json.object(
            "type", Json.of("apiKey"),
            "name", isRequest() ? Json.of("Unused") : header(),
            "in", Json.of("header"),
            "x-amazon-apigateway-authtype",
                Json.of(pools != null ? "cognito_user_pools" : "custom"));
    return type.with("x-amazon-apigateway-authorizer", authorizer());
  }

  private Json header() {
    var header = identity().get("Header");
    return header == null ? Json.of("Authorization") : header;
  }

  private Json.Obj authorizer() {
    if (pools != null) {
      return withIdentity(
          Json.object(
              "type",
              Json.of("cognito_user_pools"),
              "providerARNs",
              pools instanceof Json.Arr ? pools : Json.array(pools)));
    }
    var uri =
        Intrinsics.sub(
            "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${__FunctionArn__}/invocations",
            Json.object("__FunctionArn__", function == null ? Json.ofNull() : function));
    var made =
        Json.object("type", Json.of(isRequest() ? "request" : "token"), "authorizerUri", uri);
    var role = config.get("FunctionInvokeRole");
    if (role != null && !Json.of("NONE").equals(role)) {
      made = made.with("authorizerCredentials", role);
    }
    return withIdentity(isRequest() ? made.with("identitySource", sources()) : made);
  }

  private Json.Obj withIdentity(Json.Obj made) {
    var seconds = identity().get("ReauthorizeEvery");
    var with = seconds == null ? made : made.with("authorizerResultTtlInSeconds", seconds);
    var pattern = identity().get("ValidationExpression");
    return pattern == null ? with : with.with("identityValidationExpression", pattern);
  }

  private Json sources() {
    var sources = new ArrayList<String>();
    for (var place :
        Map.of("Headers", "header", "QueryStrings", "querystring").entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .toList()) {
      var names = identity().get(place.getKey());
      if (names != null) {
        names.texts().forEach(n -> sources.add("method.request." + place.getValue() + '.' + n));
      }
    }
    for (var place : new String[] {"StageVariables", "Context"}) {
      var names = identity().get(place);
      if (names != null) {
        var prefix = place.equals("Context") ? "context." : "stageVariables.";
        names.texts().forEach(name -> sources.add(prefix + name));
      }
    }
    return Json.of(String.join(", ", sources));
  }

  void permit(Expansion expansion, SamResource api, String name) {
    if (function == null) {
      return;
    }
    expansion.add(
        new Draft(api.logicalId() + name + "AuthorizerPermission", "AWS::Lambda::Permission")
            .attributes(api.passedOn())
            .set("Action", "lambda:InvokeFunction")
            .set("FunctionName", function)
            .set("Principal", "apigateway.amazonaws.com")
            .set(
                "SourceArn",
                Intrinsics.sub(
                    "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*",
                    Json.object("__ApiId__", Intrinsics.ref(api.logicalId())))));
  }
}

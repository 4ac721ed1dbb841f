package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidp.AddCustomAttributesRequest;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.DeleteUserPoolRequest;
import brume.model.cognitoidp.ListUserPoolsRequest;
import brume.model.cognitoidp.SetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.SmsMfaConfigType;
import brume.model.cognitoidp.SoftwareTokenMfaConfigType;
import brume.model.cognitoidp.UpdateUserPoolRequest;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `AWS::Cognito::UserPool`. `Ref` gives the id, `GetAtt` knows `Arn`, `ProviderName`,
/// `ProviderURL` and `UserPoolId`.
///
/// `ProviderURL` is the issuer that tokens name, which is an address of this Brume.
public final class UserPoolResource implements ResourceType {
  private static final int MAX_NAME = 128;
  private static final int PAGE = 60;
  private static final List<String> MFA = List.of("MfaConfiguration", "EnabledMfas");
  private static final String APP = "SOFTWARE_TOKEN_MFA";
  private static final String SMS = "SMS_MFA";
  private static final Set<String> FACTORS = Set.of(APP, SMS);

  @Override
  public String name() {
    return "AWS::Cognito::UserPool";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "UserPoolName",
        "Policies",
        "LambdaConfig",
        "AutoVerifiedAttributes",
        "AliasAttributes",
        "UsernameAttributes",
        "UsernameConfiguration",
        "EmailVerificationMessage",
        "EmailVerificationSubject",
        "SmsConfiguration",
        "SmsVerificationMessage",
        "SmsAuthenticationMessage",
        "VerificationMessageTemplate",
        "MfaConfiguration",
        "EnabledMfas",
        "EmailConfiguration",
        "UserPoolTags",
        "AdminCreateUserConfig",
        "Schema",
        "AccountRecoverySetting",
        "DeletionProtection",
        "UserAttributeUpdateSettings",
        "UserPoolAddOns",
        "UserPoolTier");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("AliasAttributes", "UsernameAttributes", "UsernameConfiguration");
  }

  @Override
  public Resource create(Call call, Request request) {
    var generated = request.generatedName(MAX_NAME);
    var made = request.properties().has("UserPoolName") ? null : existing(call, generated);
    var id = made == null ? make(call, request, generated) : made;
    setMfa(call, id, request.properties());
    return resource(call, id);
  }

  private static String make(Call call, Request request, String generated) {
    var properties = settings(request, generated);
    var input = TemplateProperties.read(properties, CreateUserPoolRequest.SHAPE);
    var tagged = input.toBuilder().userPoolTags(tags(request, input.userPoolTags())).build();
    var pool = call.invoke(CognitoIdentityProviderModel.CREATE_USER_POOL, tagged).userPool();
    return Objects.requireNonNull(Objects.requireNonNull(pool).id());
  }

  private static Json.Obj settings(Request request, String generated) {
    var name = request.properties().get("UserPoolName");
    var settings =
        request
            .properties()
            .without("UserPoolName")
            .with("PoolName", name == null ? Json.of(generated) : name);
    for (var property : MFA) {
      settings = settings.without(property);
    }
    return settings;
  }

  /// What an earlier run of the step made, before a crash.
  private static @Nullable String existing(Call call, String name) {
    String token = null;
    do {
      var page =
          call.invoke(
              CognitoIdentityProviderModel.LIST_USER_POOLS, new ListUserPoolsRequest(PAGE, token));
      for (var pool : Objects.requireNonNull(page.userPools())) {
        if (name.equals(pool.name())) {
          return pool.id();
        }
      }
      token = page.nextToken();
    } while (token != null);
    return null;
  }

  private static Map<String, String> tags(Request request, @Nullable Map<String, String> own) {
    var tags = new TreeMap<>(request.tags());
    if (own != null) {
      tags.putAll(own);
    }
    return tags;
  }

  /// Second factors are asked for when the pool is there.
  private static void setMfa(Call call, String id, Json.Obj properties) {
    var mode = properties.get("MfaConfiguration");
    var enabled = properties.get("EnabledMfas");
    if (mode == null && enabled == null) {
      return;
    }
    var kinds = enabled == null ? List.<String>of() : enabled.texts();
    for (var kind : kinds) {
      if (!FACTORS.contains(kind)) {
        throw CommonError.NOT_IMPLEMENTED.because("Brume's Cognito does not have " + kind);
      }
    }
    call.invoke(
        CognitoIdentityProviderModel.SET_USER_POOL_MFA_CONFIG,
        SetUserPoolMfaConfigRequest.builder()
            .userPoolId(id)
            .mfaConfiguration(mode == null ? null : mode.text())
            .softwareTokenMfaConfiguration(new SoftwareTokenMfaConfigType(kinds.contains(APP)))
            .smsMfaConfiguration(kinds.contains(SMS) ? new SmsMfaConfigType(null, null) : null)
            .build());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var id = current.physicalId();
    addAttributes(call, id, before, request.properties());
    var settings =
        settings(request, request.generatedName(MAX_NAME)).with("UserPoolId", Json.of(id));
    for (var fixed : createOnly()) {
      settings = settings.without(fixed);
    }
    var input = TemplateProperties.read(settings.without("Schema"), UpdateUserPoolRequest.SHAPE);
    call.invoke(
        CognitoIdentityProviderModel.UPDATE_USER_POOL,
        input.toBuilder().userPoolTags(tags(request, input.userPoolTags())).build());
    setMfa(call, id, request.properties());
    return resource(call, id);
  }

  private static void addAttributes(Call call, String id, Json.Obj before, Json.Obj after) {
    var old = before.get("Schema");
    var known = old == null ? List.<Json>of() : old.list();
    var wanted = after.get("Schema");
    var more = new ArrayList<Json>();
    for (var attribute : wanted == null ? List.<Json>of() : wanted.list()) {
      if (!known.contains(attribute)) {
        more.add(attribute);
      }
    }
    if (!more.isEmpty()) {
      var asked = Json.object("UserPoolId", Json.of(id), "CustomAttributes", new Json.Arr(more));
      call.invoke(
          CognitoIdentityProviderModel.ADD_CUSTOM_ATTRIBUTES,
          TemplateProperties.read(asked, AddCustomAttributesRequest.SHAPE));
    }
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          CognitoIdentityProviderModel.DELETE_USER_POOL,
          new DeleteUserPoolRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }

  private static Resource resource(Call call, String id) {
    var arn = brume.base.Arn.of("cognito-idp", call.scope(), "userpool/" + id);
    return Resource.of(id)
        .with("Arn", arn.toString())
        .with("UserPoolId", id)
        .with("ProviderName", "cognito-idp." + call.scope().region() + ".amazonaws.com/" + id)
        .with("ProviderURL", brume.cognito.token.Issuer.of(call.endpoint(), id));
  }
}

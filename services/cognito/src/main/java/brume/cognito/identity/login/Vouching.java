package brume.cognito.identity.login;

import static brume.model.cognitoidentity.CognitoIdentityError.INVALID_IDENTITY_POOL_CONFIGURATION_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.identity.data.Identities;
import brume.cognito.identity.data.Identity;
import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.data.IdentityPools.Placed;
import brume.identity.Principal;
import brume.identity.web.RefusedTokenException;
import brume.identity.web.WebIdentity;
import brume.json.Json;
import brume.model.cognitoidentity.Credentials;
import brume.model.sts.AssumeRoleWithWebIdentityRequest;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.shape.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Vouches for identities: by tokens, and by the credentials that STS gives for them.
public final class Vouching {
  private static final Principal.Service COGNITO = new Principal.Service(CognitoTokens.PROVIDER);
  private static final String SESSION_NAME = "CognitoIdentityCredentials";
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
  private static final String TAGS = "https://aws.amazon.com/tags";

  /// Claims that become tags when nothing else is said.
  private static final Map<String, String> DEFAULT_TAGS =
      Map.of("username", "sub", "client", "aud");

  private final IdentityDirectory directory;
  private final Logins logins;
  private final CognitoTokens tokens;

  public Vouching(IdentityDirectory directory, Logins logins, CognitoTokens tokens) {
    this.directory = directory;
    this.logins = logins;
    this.tokens = tokens;
  }

  /// The identity of whoever has these logins.
  public Identity identify(Call call, Placed pool, @Nullable Map<String, String> given) {
    var proofs = logins.verify(call, pool, given);
    if (proofs.isEmpty()) {
      requireGuests(pool);
    }
    return directory.identities().obtain(call, pool, proofs.stream().map(Proof::login).toList());
  }

  private static void requireGuests(Placed pool) {
    if (!pool.settings().allowUnauthenticatedIdentities()) {
      throw NOT_AUTHORIZED_EXCEPTION.because(
          "Unauthenticated access is not supported for this identity pool.");
    }
  }

  /// A token for an identity, for whoever proves a login of it.
  public String token(Call call, String id, @Nullable Map<String, String> given) {
    var found = directory.identities().get(id);
    var proofs = logins.verify(call, found.pool(), given);
    return issue(call, admitted(call, found, proofs), proofs);
  }

  /// The identity with the logins that were proved.
  private Identities.Found admitted(Call call, Identities.Found found, List<Proof> proofs) {
    var pool = found.pool();
    if (!proofs.isEmpty()) {
      var proved = proofs.stream().map(Proof::login).toList();
      var linked = directory.identities().link(call, pool, found.identity().id(), proved);
      return new Identities.Found(pool, linked);
    }
    if (!found.identity().logins().isEmpty()) {
      throw NOT_AUTHORIZED_EXCEPTION.because(
          "Access to Identity '" + found.identity().id() + "' is forbidden.");
    }
    requireGuests(pool);
    return found;
  }

  private String issue(Call call, Identities.Found found, List<Proof> proofs) {
    var methods = new ArrayList<String>();
    methods.add(proofs.isEmpty() ? "unauthenticated" : "authenticated");
    proofs.forEach(proof -> methods.addAll(proof.methods()));
    return issue(call, found, methods, tags(found.pool(), proofs), TOKEN_LIFE);
  }

  /// @param methods the claim `amr`
  /// @param tags of the sessions that the token opens
  public String issue(
      Call call,
      Identities.Found found,
      List<String> methods,
      Map<String, String> tags,
      Duration life) {
    var claims =
        Json.object(
            "sub", Json.of(found.identity().id()),
            "aud", Json.of(found.pool().id()),
            "amr", new Json.Arr(methods.stream().map(Json::of).toList()),
            "exp", Json.of(call.now().plus(life).getEpochSecond()),
            "iat", Json.of(call.now().getEpochSecond()));
    return tokens.issue(tags.isEmpty() ? claims : claims.with(TAGS, sessionTags(tags)));
  }

  private static Json sessionTags(Map<String, String> tags) {
    var all = new LinkedHashMap<String, Json>();
    tags.forEach((key, value) -> all.put(key, Json.array(Json.of(value))));
    return Json.object("principal_tags", new Json.Obj(all));
  }

  private Map<String, String> tags(Placed pool, List<Proof> proofs) {
    var tags = new TreeMap<String, String>();
    for (var proof : proofs) {
      var map = directory.pools().tagMap(pool, proof.login().provider());
      if (map != null) {
        var chosen = Boolean.TRUE.equals(map.useDefaults()) ? DEFAULT_TAGS : map.principalTags();
        for (var tag : (chosen == null ? Map.<String, String>of() : chosen).entrySet()) {
          var value = proof.claims().get(tag.getValue());
          var text = value == null ? null : value.text();
          if (text != null) {
            tags.put(tag.getKey(), text);
          }
        }
      }
    }
    return tags;
  }

  /// Credentials of the role that is due to an identity.
  ///
  /// @param custom the role that is asked for; null for the one that is due
  public Credentials credentials(
      Call call, String id, @Nullable Map<String, String> given, @Nullable String custom) {
    var found = directory.identities().get(id);
    var own = given == null ? null : given.get(CognitoTokens.PROVIDER);
    var choice = new RoleChoice(directory.pools().roles(found.pool()));
    if (own != null) {
      requireOwn(call, found, own);
      return assume(call, found, own, choice.authenticated(List.of(), custom), null);
    }
    var proofs = logins.verify(call, found.pool(), given);
    var admitted = admitted(call, found, proofs);
    boolean isGuest = proofs.isEmpty();
    var role = isGuest ? choice.unauthenticated(custom) : choice.authenticated(proofs, custom);
    var token = issue(call, admitted, proofs);
    return assume(call, admitted, token, role, isGuest ? GuestPolicy.DOCUMENT : null);
  }

  /// That a token of ours, which a developer asked for, is of this identity.
  private void requireOwn(Call call, Identities.Found found, String token) {
    WebIdentity identity;
    try {
      identity = tokens.verify(token, call.now());
    } catch (RefusedTokenException refused) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Invalid login token. " + refused.text());
    }
    boolean isOwn =
        identity.subject().equals(found.identity().id())
            && identity.application().equals(found.pool().id())
            && identity.methods().contains("authenticated");
    if (!isOwn) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Invalid login token. Not of this identity.");
    }
  }

  private static Credentials assume(
      Call call, Identities.Found found, String token, String role, @Nullable String policy) {
    var pool = found.pool();
    try {
      var assumed =
          call.in(pool.scope())
              .as(COGNITO, pool.arn())
              .invoke(
                  StsModel.ASSUME_ROLE_WITH_WEB_IDENTITY,
                  AssumeRoleWithWebIdentityRequest.builder()
                      .roleArn(role)
                      .roleSessionName(SESSION_NAME)
                      .webIdentityToken(token)
                      .policy(policy)
                      .build());
      var credentials = Objects.requireNonNull(assumed.credentials());
      return new Credentials(
          credentials.accessKeyId(),
          credentials.expiration(),
          credentials.secretAccessKey(),
          credentials.sessionToken());
    } catch (ServiceException refused) {
      throw INVALID_IDENTITY_POOL_CONFIGURATION_EXCEPTION.because(
          "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }
  }
}

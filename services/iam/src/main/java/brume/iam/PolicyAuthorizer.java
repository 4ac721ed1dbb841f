package brume.iam;

import brume.base.Arn;
import brume.base.Scope;
import brume.iam.data.KeyUses;
import brume.iam.decision.AuthorizationMessage;
import brume.iam.decision.Circumstances;
import brume.iam.decision.Compiled;
import brume.iam.decision.Identities;
import brume.iam.decision.Identity;
import brume.identity.AuthorizationMessages;
import brume.identity.Principal;
import brume.identity.policy.Decision;
import brume.identity.policy.Policies;
import brume.identity.policy.Policy;
import brume.identity.policy.Request;
import brume.identity.policy.language.ContextKeys;
import brume.model.sts.StsError;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.Call;
import brume.service.DeniedException;
import brume.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides by the policies of the caller, of its session and of the resource.
///
/// Nobody limits the owner of an account but policies of resources; services and strangers may do
/// what policies of resources allow them and nothing else.
public final class PolicyAuthorizer implements Authorizer {
  /// Source: IAM User Guide, "AWS global condition context keys".
  private static final String RESOURCE_ACCOUNT = "aws:ResourceAccount";

  private final Identities identities;
  private final Compiled compiled = new Compiled();
  private final KeyUses uses;
  private final @Nullable AuthorizationMessages messages;

  /// Notes the use of access keys nowhere, and gives nobody a message to decode.
  public PolicyAuthorizer(Store store) {
    this(store, new KeyUses(store), null);
  }

  /// @param uses where the use of access keys is noted
  /// @param messages by which it is told in full why a call is denied; null to tell it nobody
  public PolicyAuthorizer(Store store, KeyUses uses, @Nullable AuthorizationMessages messages) {
    identities = new Identities(store);
    this.uses = uses;
    this.messages = messages;
  }

  @Override
  public void authorize(Call call, Access access) {
    uses.note(call, service(access));
    Asker caller = null;
    for (var need : access.needs()) {
      var claimant = need.claimant();
      if (claimant != null) {
        require(asker(call.as(claimant), need), need);
        continue;
      }
      if (caller == null) {
        caller = asker(call, need);
      }
      refuseSessionsOfUsers(call, need);
      require(caller, need);
    }
  }

  /// What needs no permission is of STS.
  private static String service(Access access) {
    if (access.needs().isEmpty()) {
      return "sts";
    }
    var action = access.needs().getFirst().action();
    int colon = action.indexOf(':');
    return colon < 0 ? action : action.substring(0, colon);
  }

  /// Who asks, with all that limits them whatever they ask for.
  private record Asker(Call call, Identity identity, List<Policy> session, ContextKeys keys) {}

  private Asker asker(Call call, Access.Need need) {
    var identity = identities.of(call.caller());
    if (identity == null) {
      throw denied(
          call, need, "because its user or role was deleted", "no such user or role", null);
    }
    return new Asker(call, identity, sessionPolicies(call), Circumstances.of(call, identity));
  }

  private void require(Asker asker, Access.Need need) {
    if (decide(asker, need) instanceof Decision.Denied refused) {
      var decidedBy = decidedBy(asker.identity, refused);
      var account = asker.call.caller().account();
      var encoded =
          messages == null
              ? null
              : messages.encode(
                  account, AuthorizationMessage.of(asker.call, need, refused).print());
      throw denied(asker.call, need, refused.because(need.action()), decidedBy, encoded);
    }
  }

  private Decision decide(Asker asker, Access.Need need) {
    var guard = need.guard();
    var owner = guard == null ? owner(asker.call, need) : guard.account();
    var keys = asker.keys.and(Map.of(RESOURCE_ACCOUNT, List.of(owner)));
    var request =
        new Request(
            need.action(),
            need.resource(),
            asker.call.caller(),
            owner,
            need.conditions().isEmpty() ? keys : keys.and(need.conditions()));
    return Policies.ofIdentity(asker.identity.policies())
        .boundedBy(asker.identity.boundary())
        .within(asker.session)
        .on(resourcePolicy(need, guard))
        .decide(request);
  }

  private @Nullable Policy resourcePolicy(Access.Need need, Access.@Nullable Guard guard) {
    var document = guard == null ? null : guard.policy();
    if (document == null) {
      return null;
    }
    boolean trust = need.action().startsWith("sts:");
    return compiled.of(document, trust ? Policy.Kind.TRUST : Policy.Kind.RESOURCE);
  }

  private List<Policy> sessionPolicies(Call call) {
    var session = call.context().session();
    if (session == null || session.policies().isEmpty()) {
      return List.of();
    }
    var policies = new ArrayList<Policy>();
    session.policies().forEach(text -> policies.add(compiled.of(text, Policy.Kind.IDENTITY)));
    return policies;
  }

  /// The account in the resource's ARN; of resources without one, that in which the call acts.
  private static String owner(Call call, Access.Need need) {
    return Arn.parse(need.resource())
        .map(Arn::account)
        .filter(Scope::isAccount)
        .orElse(call.scope().account());
  }

  /// Temporary credentials that a user got for itself do not reach IAM without MFA, which is not
  /// here.
  ///
  /// Source: AWS STS API reference, `GetSessionToken` and `GetFederationToken`.
  private static void refuseSessionsOfUsers(Call call, Access.Need need) {
    if (call.context().session() != null
        && !(call.caller() instanceof Principal.AssumedRole)
        && need.action().startsWith("iam:")) {
      throw StsError.INVALID_CLIENT_TOKEN_ID.because(
          "The security token included in the request is invalid");
    }
  }

  private static String decidedBy(Identity identity, Decision.Denied refused) {
    if (!(refused instanceof Decision.ExplicitlyDenied(var match))) {
      return "no statement of any " + refused.type().label();
    }
    var origin = identity.origins().get(match.policy());
    var sid = match.sid() == null ? "" : " (" + match.sid() + ")";
    return "statement %d%s of the %s%s"
        .formatted(
            match.number(), sid, match.type().label(), origin == null ? "" : " " + origin.id());
  }

  private static DeniedException denied(
      Call call, Access.Need need, String reason, String decidedBy, @Nullable String encoded) {
    var text =
        call.caller() instanceof Principal.Federated
            ? "Not authorized to perform " + need.action()
            : "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(call.caller().arn(), need.action(), need.resource(), reason);
    return new DeniedException(text, decidedBy, encoded);
  }
}

package brume.iam;

import brume.base.Arn;
import brume.iam.data.Accounts;
import brume.iam.decision.Circumstances;
import brume.iam.decision.Compiled;
import brume.iam.decision.Identities;
import brume.iam.decision.Identity;
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
import brume.service.CommonError;
import brume.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides by the policies of the caller, of its session and of the resource.
///
/// Nobody limits the owner of an account but policies of resources; services and strangers may do
/// what policies of resources allow them and nothing else.
public final class PolicyAuthorizer implements Authorizer {
  private final Identities identities;
  private final Compiled compiled = new Compiled();

  public PolicyAuthorizer(Store store) {
    identities = new Identities(store);
  }

  @Override
  public void authorize(Call call, Access access) {
    if (access.needs().isEmpty()) {
      return;
    }
    var caller = identities.of(call.caller());
    if (caller == null) {
      throw denied(call, access.needs().getFirst(), "because its user or role was deleted");
    }
    var session = sessionPolicies(call);
    var keys = Circumstances.of(call, caller);
    for (var need : access.needs()) {
      refuseSessionsOfUsers(call, need);
      var decision = decide(call, need, caller, session, keys);
      if (decision instanceof Decision.Denied refused) {
        throw denied(call, need, refused.because(need.action()));
      }
    }
  }

  private Decision decide(
      Call call, Access.Need need, Identity caller, List<Policy> session, ContextKeys keys) {
    var guard = need.guard();
    var request =
        new Request(
            need.action(),
            need.resource(),
            call.caller(),
            guard == null ? owner(call, need) : guard.account(),
            need.conditions().isEmpty() ? keys : keys.and(need.conditions()));
    return Policies.ofIdentity(caller.policies())
        .boundedBy(caller.boundary())
        .within(session)
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
        .filter(Accounts::isAccount)
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

  private static RuntimeException denied(Call call, Access.Need need, String reason) {
    return CommonError.ACCESS_DENIED.because(
        "User: %s is not authorized to perform: %s on resource: %s %s"
            .formatted(call.caller().arn(), need.action(), need.resource(), reason));
  }
}

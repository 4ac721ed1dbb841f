package brume.identity.policy;

import brume.identity.Principal;
import brume.identity.policy.Decision.Allowed;
import brume.identity.policy.Decision.ExplicitlyDenied;
import brume.identity.policy.Decision.ImplicitlyDenied;
import brume.identity.policy.Decision.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The policies that apply to a request, and the order in which they are evaluated.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access" and "Cross-account policy evaluation logic".
///
/// @param identity those of the principal and its groups; of a federated user, its issuer's
/// @param boundary the principal's permissions boundary, if it has one
/// @param session session policies, of which one must allow; none limit nothing, except that a
///   federated user without any is limited to what is granted to it directly
/// @param resource the resource's own policy, or the trust policy of a role, if there is one
/// @param resourceMustAllow whether the resource's policy must allow even within one account, as
///   for KMS keys; trust policies must in any case
public record Policies(
    List<Policy> identity,
    @Nullable Policy boundary,
    List<Policy> session,
    @Nullable Policy resource,
    boolean resourceMustAllow) {
  public Policies {
    identity = List.copyOf(identity);
    session = List.copyOf(session);
  }

  public static Policies ofIdentity(List<Policy> identity) {
    return new Policies(identity, null, List.of(), null, false);
  }

  public Policies boundedBy(@Nullable Policy permissionsBoundary) {
    return new Policies(identity, permissionsBoundary, session, resource, resourceMustAllow);
  }

  public Policies within(List<Policy> sessionPolicies) {
    return new Policies(identity, boundary, sessionPolicies, resource, resourceMustAllow);
  }

  public Policies on(@Nullable Policy resourcePolicy) {
    return new Policies(identity, boundary, session, resourcePolicy, resourceMustAllow);
  }

  /// On a resource whose own policy must allow whatever else does.
  public Policies onlyBy(Policy resourcePolicy) {
    return new Policies(identity, boundary, session, resourcePolicy, true);
  }

  public Decision decide(Request request) {
    var question = Question.of(request, boundary != null);
    var denied = denial(question);
    if (denied != null) {
      return new ExplicitlyDenied(denied);
    }
    boolean within = request.withinOneAccount();
    var granted = grant(question);
    var grant = granted == null ? Grant.NONE : granted.grant();
    if (granted == null && (!within || resourceMustAllow || resourceType() == PolicyType.TRUST)) {
      return new ImplicitlyDenied(resourceType());
    }
    var by = granted == null ? null : granted.by();
    if (request.principal().account().isEmpty() || (within && grant == Grant.DIRECT)) {
      return new Allowed(by);
    }
    if ((within && grant == Grant.IDENTITY) || isRoot(request.principal())) {
      return limited(question, by);
    }
    var allowed = allowance(PolicyType.IDENTITY, identity, question);
    return allowed == null ? new ImplicitlyDenied(PolicyType.IDENTITY) : limited(question, allowed);
  }

  /// What limits without granting: the permissions boundary and session policies.
  private Decision limited(Question question, @Nullable Match by) {
    if (boundary != null && boundary.allowing(question) == null) {
      return new ImplicitlyDenied(PolicyType.BOUNDARY);
    }
    boolean session = !this.session.isEmpty() || isFederated(question);
    if (session && allowance(PolicyType.SESSION, this.session, question) == null) {
      return new ImplicitlyDenied(PolicyType.SESSION);
    }
    return new Allowed(by);
  }

  private @Nullable Match denial(Question question) {
    var denied = denial(resourceType(), resource, question);
    for (int i = 0; denied == null && i < identity.size(); i++) {
      denied = denial(PolicyType.IDENTITY, identity.get(i), question);
    }
    if (denied == null) {
      denied = denial(PolicyType.BOUNDARY, boundary, question);
    }
    for (int i = 0; denied == null && i < session.size(); i++) {
      denied = denial(PolicyType.SESSION, session.get(i), question);
    }
    return denied;
  }

  private static @Nullable Match denial(
      PolicyType type, @Nullable Policy policy, Question question) {
    if (policy == null) {
      return null;
    }
    var statement = policy.denying(question);
    return statement == null ? null : new Match(type, policy, statement.sid());
  }

  private record Granted(Grant grant, Match by) {}

  private @Nullable Granted grant(Question question) {
    if (resource == null) {
      return null;
    }
    var granted = resource.granting(question);
    return granted == null
        ? null
        : new Granted(granted.grant(), new Match(resourceType(), resource, granted.sid()));
  }

  private static @Nullable Match allowance(
      PolicyType type, List<Policy> policies, Question question) {
    for (var policy : policies) {
      var statement = policy.allowing(question);
      if (statement != null) {
        return new Match(type, policy, statement.sid());
      }
    }
    return null;
  }

  private PolicyType resourceType() {
    return resource != null && resource.kind() == Policy.Kind.TRUST
        ? PolicyType.TRUST
        : PolicyType.RESOURCE;
  }

  private static boolean isFederated(Question question) {
    return question.request().principal() instanceof Principal.FederatedUser;
  }

  /// Whom no identity policy limits, by itself or through a federated session.
  private static boolean isRoot(Principal principal) {
    return principal instanceof Principal.Root
        || (principal instanceof Principal.FederatedUser federated
            && federated.issuer() instanceof Principal.Root);
  }
}

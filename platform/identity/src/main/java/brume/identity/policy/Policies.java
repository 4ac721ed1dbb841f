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
    var granted = resource == null ? null : resource.granting(resourceType(), question);
    if (granted == null) {
      return resourceMustAllow(request)
          ? new ImplicitlyDenied(resourceType())
          : byIdentity(question, null);
    }
    var by = granted.by();
    if (request.principal().account().isEmpty()) {
      return new Allowed(by);
    }
    if (!request.withinOneAccount()) {
      return byIdentity(question, by);
    }
    return switch (granted.grant()) {
      case DIRECT -> new Allowed(by);
      case IDENTITY -> limited(question, by);
      case ACCOUNT, NONE -> byIdentity(question, by);
    };
  }

  private boolean resourceMustAllow(Request request) {
    return resourceMustAllow || resourceType() == PolicyType.TRUST || !request.withinOneAccount();
  }

  /// As the principal's own policies have it.
  ///
  /// @param resource the statement that allows a root user, if there is one
  private Decision byIdentity(Question question, @Nullable Match resource) {
    if (isRoot(question.request().principal())) {
      return limited(question, resource);
    }
    var allowed = allowance(PolicyType.IDENTITY, identity, question);
    return allowed == null ? new ImplicitlyDenied(PolicyType.IDENTITY) : limited(question, allowed);
  }

  /// What limits without granting: the permissions boundary and session policies.
  private Decision limited(Question question, @Nullable Match by) {
    if (boundary != null && boundary.allowing(PolicyType.BOUNDARY, question) == null) {
      return new ImplicitlyDenied(PolicyType.BOUNDARY);
    }
    boolean limitedSession =
        !session.isEmpty() || question.request().principal() instanceof Principal.FederatedUser;
    if (limitedSession && allowance(PolicyType.SESSION, session, question) == null) {
      return new ImplicitlyDenied(PolicyType.SESSION);
    }
    return new Allowed(by);
  }

  private @Nullable Match denial(Question question) {
    var denied = resource == null ? null : resource.denying(resourceType(), question);
    if (denied == null) {
      denied = denial(PolicyType.IDENTITY, identity, question);
    }
    if (denied == null && boundary != null) {
      denied = boundary.denying(PolicyType.BOUNDARY, question);
    }
    return denied == null ? denial(PolicyType.SESSION, session, question) : denied;
  }

  private static @Nullable Match denial(PolicyType type, List<Policy> policies, Question question) {
    for (var policy : policies) {
      var denied = policy.denying(type, question);
      if (denied != null) {
        return denied;
      }
    }
    return null;
  }

  private static @Nullable Match allowance(
      PolicyType type, List<Policy> policies, Question question) {
    for (var policy : policies) {
      var allowed = policy.allowing(type, question);
      if (allowed != null) {
        return allowed;
      }
    }
    return null;
  }

  private PolicyType resourceType() {
    return resource != null && resource.kind() == Policy.Kind.TRUST
        ? PolicyType.TRUST
        : PolicyType.RESOURCE;
  }

  /// Whom no identity policy limits, by itself or through a federated session.
  private static boolean isRoot(Principal principal) {
    return principal instanceof Principal.Root
        || (principal instanceof Principal.FederatedUser federated
            && federated.issuer() instanceof Principal.Root);
  }
}

package brume.identity.policy;

import brume.identity.Principal;
import brume.identity.policy.language.ContextKeys;

/// What is asked of policies.
///
/// @param action such as `s3:GetObject`
/// @param resource an ARN, or `*` for an action on no resource in particular
/// @param resourceAccount twelve digits of the resource's owner; the caller's where the action has
///   no resource
/// @param keys also those of the principal, such as `aws:PrincipalArn`
public record Request(
    String action, String resource, Principal principal, String resourceAccount, ContextKeys keys) {

  /// Whether the principal and the resource belong to the same account.
  boolean withinOneAccount() {
    return principal.account().equals(resourceAccount);
  }
}

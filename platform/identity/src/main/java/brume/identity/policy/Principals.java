package brume.identity.policy;

import brume.identity.Principal;
import brume.identity.policy.language.ContextKeys;
import java.util.Set;

/// The principals of a statement; `negated` are all but those that it names.
record Principals(Set<PrincipalName> names, boolean negated) {

  /// How the statement names whoever asks.
  Grant grant(Question question) {
    var principal = question.request().principal();
    if (negated) {
      // Documented: a principal with a permissions boundary is not exempt whatever is listed.
      return !question.bounded() && exempts(principal) ? Grant.NONE : Grant.DIRECT;
    }
    return has(PrincipalName.EVERYONE) ? Grant.DIRECT : grant(principal, question.keys());
  }

  private Grant grant(Principal principal, ContextKeys keys) {
    if (namesItself(principal)) {
      return Grant.DIRECT;
    }
    return switch (principal) {
      case Principal.User(var account, _, _, _) -> ofAccount(account);
      case Principal.AssumedRole role ->
          namesRole(role) ? Grant.IDENTITY : ofAccount(role.account());
      case Principal.FederatedUser(var account, _, Principal.User issuer) ->
          namesItself(issuer) ? Grant.IDENTITY : ofAccount(account);
      case Principal.FederatedUser(var account, _, _) -> ofAccount(account);
      case Principal.Service(var name) -> ofRegion(name, keys);
      case Principal.Root _, Principal.Federated _, Principal.Anonymous _ -> Grant.NONE;
    };
  }

  private boolean namesItself(Principal principal) {
    return switch (principal) {
      case Principal.Root(var account) -> has(new PrincipalName.Account(account));
      case Principal.Service(var name) -> has(new PrincipalName.Service(name));
      case Principal.Federated(var provider, _) -> has(new PrincipalName.Federated(provider));
      case Principal.Anonymous _ -> false;
      case Principal.User _, Principal.AssumedRole _, Principal.FederatedUser _ ->
          has(new PrincipalName.Named(principal.arn()))
              || has(new PrincipalName.Unique(principal.userId()));
    };
  }

  private boolean namesRole(Principal.AssumedRole session) {
    return has(new PrincipalName.Named(session.roleArn()))
        || has(new PrincipalName.Unique(session.roleId()));
  }

  private Grant ofAccount(String account) {
    return has(new PrincipalName.Account(account)) ? Grant.ACCOUNT : Grant.NONE;
  }

  /// Services may be named for one region only: `logs.eu-west-1.amazonaws.com`.
  private Grant ofRegion(String service, ContextKeys keys) {
    var region = keys.only("aws:requestedregion");
    int dot = service.indexOf('.');
    if (region == null || dot < 0) {
      return Grant.NONE;
    }
    var regional = service.substring(0, dot + 1) + region + service.substring(dot);
    return has(new PrincipalName.Service(regional)) ? Grant.DIRECT : Grant.NONE;
  }

  /// Whether every name that the principal has is listed: AWS checks its account first, then the
  /// role, then the session or user.
  ///
  /// Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal".
  private boolean exempts(Principal principal) {
    if (has(PrincipalName.EVERYONE)) {
      return true;
    }
    var account = principal.account();
    return namesItself(principal)
        && (account.isEmpty() || has(new PrincipalName.Account(account)))
        && (!(principal instanceof Principal.AssumedRole role) || namesRole(role));
  }

  private boolean has(PrincipalName name) {
    return names.contains(name);
  }
}

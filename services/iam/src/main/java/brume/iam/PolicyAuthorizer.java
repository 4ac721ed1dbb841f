package brume.iam;

import brume.base.Arn;
import brume.iam.data.Accounts;
import brume.iam.data.Directory;
import brume.iam.data.Grants;
import brume.identity.Principal;
import brume.identity.Slots;
import brume.identity.policy.Decision;
import brume.identity.policy.Policies;
import brume.identity.policy.Policy;
import brume.identity.policy.PrincipalKeys;
import brume.identity.policy.Request;
import brume.identity.policy.language.ContextKeys;
import brume.service.Access;
import brume.service.Access.Need;
import brume.service.Authorizer;
import brume.service.Call;
import brume.service.CommonError;
import brume.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides by the policies of the caller, of its groups and boundary, of its session, and of the
/// resource. Whatever no statement allows is denied.
///
/// What was read of a caller is kept compiled, and used again only while the account's IAM has not
/// changed, which one read tells.
public final class PolicyAuthorizer implements Authorizer {
  private static final int REMEMBERED = 4_096;
  private static final String ASSUME_ROLE = "sts:AssumeRole";

  private final Store store;
  private final Directory directory;
  private final Slots<String, Known> known = new Slots<>(REMEMBERED);
  private final Slots<String, Policy> compiled = new Slots<>(REMEMBERED);

  /// @param version of the account's IAM when it was read
  /// @param policies null when the user or role is gone
  private record Known(long version, @Nullable Policies policies, Map<String, List<String>> tags) {}

  public PolicyAuthorizer(Store store) {
    this.store = store;
    this.directory = Directory.of(store);
  }

  @Override
  public void authorize(Call call, Access access) {
    if (access.needs().isEmpty()) {
      return;
    }
    var caller = known(call.caller());
    var keys = keys(call, caller);
    for (var need : access.needs()) {
      check(call, need, caller, keys);
    }
  }

  private void check(Call call, Need need, Known caller, ContextKeys keys) {
    var principal = call.caller();
    var policies = caller.policies;
    if (policies == null) {
      throw CommonError.ACCESS_DENIED.because(
          text(call, need) + "because the identity does not exist any more");
    }
    var session = call.context().session();
    if (session != null) {
      policies =
          policies.within(
              session.policies().stream()
                  .map(each -> compile(each, Policy.Kind.IDENTITY))
                  .toList());
    }
    var guard = need.guard();
    if (guard != null && guard.policy() != null) {
      boolean trust = need.action().equals(ASSUME_ROLE);
      var kind = trust ? Policy.Kind.TRUST : Policy.Kind.RESOURCE;
      policies = policies.on(compile(guard.policy(), kind));
    }
    var owner = guard == null ? owner(need, principal) : guard.account();
    var decision =
        policies.decide(
            new Request(
                need.action(), need.resource(), principal, owner, keys.and(need.conditions())));
    if (decision instanceof Decision.Denied denied) {
      throw CommonError.ACCESS_DENIED.because(text(call, need) + denied.because(need.action()));
    }
  }

  private static String text(Call call, Need need) {
    return "User: %s is not authorized to perform: %s on resource: %s "
        .formatted(call.caller().arn(), need.action(), need.resource());
  }

  private static String owner(Need need, Principal principal) {
    var account = Arn.parse(need.resource()).map(Arn::account).orElse("");
    return account.isEmpty() ? principal.account() : account;
  }

  private Known known(Principal principal) {
    return switch (principal) {
      case Principal.User user -> remembered(user.account(), user.userId(), true);
      case Principal.AssumedRole role -> remembered(role.account(), role.roleId(), false);
      case Principal.FederatedUser federated -> known(federated.issuer());
      case Principal.Root _, Principal.Service _, Principal.Federated _, Principal.Anonymous _ ->
          new Known(0, Policies.ofIdentity(List.of()), Map.of());
    };
  }

  private Known remembered(String account, String id, boolean isUser) {
    var scope = Accounts.scope(account);
    try (var snapshot = store.snapshot()) {
      long version = Accounts.version(snapshot, scope);
      var before = known.get(id);
      if (before != null && before.version == version) {
        return before;
      }
      var grants =
          isUser
              ? Grants.ofUser(directory, snapshot, scope, id)
              : Grants.ofRole(directory, snapshot, scope, id);
      var read = read(version, grants);
      known.put(id, read);
      return read;
    }
  }

  private Known read(long version, @Nullable Grants grants) {
    if (grants == null) {
      return new Known(version, null, Map.of());
    }
    var identity =
        grants.documents().stream().map(each -> compile(each, Policy.Kind.IDENTITY)).toList();
    var boundary = grants.boundary();
    var policies =
        Policies.ofIdentity(identity)
            .boundedBy(boundary == null ? null : compile(boundary, Policy.Kind.IDENTITY));
    var tags = new HashMap<String, List<String>>();
    grants.tags().forEach(tag -> tags.put("aws:PrincipalTag/" + tag.key(), List.of(tag.value())));
    return new Known(version, policies, tags);
  }

  private Policy compile(String document, Policy.Kind kind) {
    var key = kind + document;
    var before = compiled.get(key);
    if (before != null) {
      return before;
    }
    var policy = Policy.parse(document, kind);
    compiled.put(key, policy);
    return policy;
  }

  private static ContextKeys keys(Call call, Known caller) {
    var keys = new HashMap<>(caller.tags);
    keys.putAll(PrincipalKeys.of(call.caller(), call.context().session()));
    keys.putAll(call.context().keys());
    keys.put("aws:CurrentTime", List.of(call.now().toString()));
    keys.put("aws:EpochTime", List.of(Long.toString(call.now().getEpochSecond())));
    keys.put("aws:RequestedRegion", List.of(call.scope().region()));
    return ContextKeys.of(keys);
  }
}

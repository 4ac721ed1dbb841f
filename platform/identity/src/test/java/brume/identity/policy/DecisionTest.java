package brume.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.policy.Decision.Allowed;
import brume.identity.policy.Decision.Denied;
import brume.identity.policy.Decision.ExplicitlyDenied;
import brume.identity.policy.Decision.Match;
import brume.identity.policy.language.ContextKeys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionTest {
  private static final Policy READ =
      policy("{'Sid':'Read','Effect':'Allow','Action':'s3:Get*','Resource':'*'}");
  private static final Policy NO_ACLS =
      policy("{'Sid':'NoAcls','Effect':'Deny','Action':'s3:*Acl','Resource':'*'}");

  @Test
  void saysWhichStatementAllows() {
    var policies = Policies.ofIdentity(List.of(NO_ACLS, READ));
    assertThat(policies.decide(request("s3:GetObject")))
        .isEqualTo(new Allowed(new Match(PolicyType.IDENTITY, READ, 1, "Read")));
  }

  @Test
  void saysWhichStatementDenies() {
    var policies = Policies.ofIdentity(List.of(READ, NO_ACLS));
    assertThat(policies.decide(request("s3:GetObjectAcl")))
        .isEqualTo(new ExplicitlyDenied(new Match(PolicyType.IDENTITY, NO_ACLS, 1, "NoAcls")));
  }

  @Test
  void noStatementAllowsTheRootUser() {
    var request =
        new Request("s3:GetObject", "*", Callers.of("root"), Callers.HERE, ContextKeys.NONE);
    assertThat(Policies.ofIdentity(List.of()).decide(request)).isEqualTo(new Allowed(null));
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, because no identity-based policy allows the s3:GetObject action",
    "RESOURCE, because no resource-based policy allows the s3:GetObject action",
    "TRUST, because no role trust policy allows the s3:GetObject action",
    "BOUNDARY, because no permissions boundary allows the s3:GetObject action",
    "SESSION, because no session policy allows the s3:GetObject action"
  })
  void wordsAnImplicitDeny(PolicyType type, String text) {
    assertThat(new Decision.ImplicitlyDenied(type).because("s3:GetObject")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, with an explicit deny in an identity-based policy",
    "RESOURCE, with an explicit deny in a resource-based policy",
    "TRUST, with an explicit deny in the role trust policy",
    "BOUNDARY, with an explicit deny in a permissions boundary",
    "SESSION, with an explicit deny in a session policy"
  })
  void wordsAnExplicitDeny(PolicyType type, String text) {
    Denied denied = new ExplicitlyDenied(new Match(type, READ, 1, null));
    assertThat(denied.because("s3:GetObject")).isEqualTo(text);
    assertThat(denied.allowed()).isFalse();
    assertThat(denied.type()).isEqualTo(type);
  }

  @Test
  void laterKeysWin() {
    var keys = ContextKeys.of(java.util.Map.of("aws:UserName", List.of("a")));
    assertThat(keys.and(java.util.Map.of("AWS:username", List.of("b"))).only("aws:username"))
        .isEqualTo("b");
  }

  private static Request request(String action) {
    return new Request(
        action, "arn:aws:s3:::b/k", Callers.of("alice"), Callers.HERE, ContextKeys.NONE);
  }

  private static Policy policy(String statement) {
    return Policy.parse(
        "{\"Statement\":" + statement.replace('\'', '"') + '}', Policy.Kind.IDENTITY);
  }
}

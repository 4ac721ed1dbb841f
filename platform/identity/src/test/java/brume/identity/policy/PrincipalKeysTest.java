package brume.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrincipalKeysTest {
  private static final String ACCOUNT = Callers.HERE;

  @ParameterizedTest
  @CsvSource({
    "root, Account, arn:aws:iam::111122223333:root, 111122223333",
    "alice, User, arn:aws:iam::111122223333:user/alice, AIDAALICEEXAMPLE123",
    "session, AssumedRole, arn:aws:iam::111122223333:role/app/worker, AROAWORKEREXAMPLE123:s1",
    "federated, FederatedUser, arn:aws:sts::111122223333:federated-user/fred, 111122223333:fred"
  })
  void ofIdentities(String caller, String type, String arn, String userId) {
    assertThat(PrincipalKeys.of(Callers.of(caller), null))
        .containsEntry("aws:PrincipalType", List.of(type))
        .containsEntry("aws:PrincipalArn", List.of(arn))
        .containsEntry("aws:userid", List.of(userId))
        .containsEntry("aws:PrincipalAccount", List.of(ACCOUNT))
        .containsEntry("aws:PrincipalIsAWSService", List.of("false"));
  }

  @Test
  void usersAloneHaveAName() {
    assertThat(PrincipalKeys.of(Callers.of("alice"), null))
        .containsEntry("aws:username", List.of("alice"));
    for (var other : List.of("root", "session", "federated", "sns", "cognito", "anonymous")) {
      assertThat(PrincipalKeys.of(Callers.of(other), null)).doesNotContainKey("aws:username");
    }
  }

  @Test
  void ofServices() {
    assertThat(PrincipalKeys.of(Callers.of("sns"), null))
        .isEqualTo(
            Map.of(
                "aws:PrincipalIsAWSService", List.of("true"),
                "aws:PrincipalServiceName", List.of("sns.amazonaws.com"),
                "aws:PrincipalServiceNamesList", List.of("sns.amazonaws.com")));
  }

  @Test
  void ofThoseWithoutCredentials() {
    assertThat(PrincipalKeys.of(Callers.of("anonymous"), null))
        .isEqualTo(Map.of("aws:PrincipalType", List.of("Anonymous")));
    assertThat(PrincipalKeys.of(Callers.of("cognito"), null))
        .isEqualTo(Map.of("aws:FederatedProvider", List.of("cognito-identity.amazonaws.com")));
  }

  @Test
  void ofSessions() {
    var session =
        new Session(
            Instant.parse("2026-01-02T03:04:05Z"),
            List.of(),
            Map.of("team", "red"),
            Map.of("cognito-identity.amazonaws.com:sub", List.of("us-east-1:1")));
    assertThat(PrincipalKeys.of(Callers.of("session"), session))
        .containsEntry("aws:TokenIssueTime", List.of("2026-01-02T03:04:05Z"))
        .containsEntry("aws:PrincipalTag/team", List.of("red"))
        .containsEntry("cognito-identity.amazonaws.com:sub", List.of("us-east-1:1"));
  }
}

package brume.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SessionTokensTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ACCOUNT = "123456789012";
  private static final Principal ROLE =
      new Principal.AssumedRole(ACCOUNT, "/app/", "writer", "AROAEXAMPLE", "job-7");

  private final Ids ids = new Ids(new Random(7));
  private final byte[] key = ids.bytes(SessionTokens.KEY_BYTES);
  private final SessionTokens tokens = new SessionTokens(key, ids);

  private Credential issue(Principal principal, Session session) {
    return tokens.issue(ACCOUNT, principal, session, Duration.ofHours(1));
  }

  @Test
  void aTokenOpensToWhatWasIssued() {
    var session =
        new Session(
            NOW,
            List.of("{\"Statement\":[]}"),
            Map.of("team", "röt"),
            Map.of("cognito-identity.amazonaws.com:amr", List.of("authenticated", "pool")));

    var issued = issue(ROLE, session);

    assertThat(tokens.open(issued.accessKeyId(), issued.sessionToken())).isEqualTo(issued);
    assertThat(issued.session()).isEqualTo(session);
    assertThat(issued.expires()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(issued.accessKeyId()).matches("ASIA[A-Z2-7]{16}");
    assertThat(issued.secretKey()).hasSize(40);
  }

  @Test
  void everyKindOfCallerThatCanHaveOneKeepsItsName() {
    var user = new Principal.User(ACCOUNT, "/", "ann", "AIDAEXAMPLE");
    for (var principal :
        List.of(
            user,
            ROLE,
            new Principal.Root(ACCOUNT),
            new Principal.FederatedUser(ACCOUNT, "bob", user))) {
      var issued = issue(principal, Session.at(NOW));
      var again = new SessionTokens(key, ids).open(issued.accessKeyId(), issued.sessionToken());
      assertThat(again).isEqualTo(issued);
    }
  }

  @Test
  void servicesAndStrangersHaveNoCredentials() {
    assertThatThrownBy(() -> issue(new Principal.Anonymous(), Session.at(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> issue(new Principal.Service("sns.amazonaws.com"), Session.at(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenIsOfItsOwnKeyIdOnly() {
    var one = issue(ROLE, Session.at(NOW));
    var other = issue(ROLE, Session.at(NOW));

    assertThat(tokens.open(other.accessKeyId(), one.sessionToken())).isNull();
    tokens.open(one.accessKeyId(), one.sessionToken());
    assertThat(tokens.open(other.accessKeyId(), one.sessionToken())).isNull();
  }

  @Test
  void aTokenChangedAnywhereIsRefused() {
    var issued = issue(ROLE, Session.at(NOW));
    var token = issued.sessionToken();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      var changed = token.substring(0, i) + other + token.substring(i + 1);
      var fresh = new SessionTokens(key, ids).open(issued.accessKeyId(), changed);
      assertThat(fresh == null || fresh.principal().equals(ROLE)).isTrue();
      assertThat(i < token.length() - 3 ? fresh : null).isNull();
    }
  }

  @Test
  void anotherMastersTokenIsRefused() {
    var stranger = new SessionTokens(ids.bytes(SessionTokens.KEY_BYTES), ids);
    var issued = stranger.issue(ACCOUNT, ROLE, Session.at(NOW), Duration.ofHours(1));

    assertThat(tokens.open(issued.accessKeyId(), issued.sessionToken())).isNull();
  }

  @Test
  void garbageIsRefused() {
    for (var text : List.of("", "x", "====", "AQ==", "A".repeat(100), "A".repeat(100_000))) {
      assertThat(tokens.open("ASIAAAAAAAAAAAAAAAAA", text)).isNull();
    }
  }

  @Test
  void aSecretIsNotInTheTextOfACredential() {
    var issued = issue(ROLE, Session.at(NOW));

    assertThat(issued.toString()).doesNotContain(issued.secretKey()).contains("ASIA");
  }

  @Test
  void anAccessKeyIdNamesItsAccount() {
    for (var account : List.of("000000000000", "000000000001", ACCOUNT, "999999999999")) {
      var keyId = AccessKeyIds.issue(AccessKeyIds.LONG_TERM, account, ids);
      assertThat(keyId).matches("AKIA[A-Z2-7]{16}");
      assertThat(AccessKeyIds.accountOf(keyId)).isEqualTo(account);
    }
  }

  @Test
  void onlyKeyIdsOfAwssFormNameAnAccount() {
    assertThat(AccessKeyIds.accountOf("test")).isEmpty();
    assertThat(AccessKeyIds.accountOf("AKIA1111111111111111")).isEmpty();
  }
}

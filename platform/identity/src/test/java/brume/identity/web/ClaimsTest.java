package brume.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.identity.web.RefusedTokenException.Reason;
import brume.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private static final Json.Obj LEAST =
      Json.object(
          "iss", Json.of("https://idp.example.com/a"),
          "aud", Json.of("app"),
          "sub", Json.of("alice"),
          "iat", Json.of(NOW.getEpochSecond() - 10),
          "exp", Json.of(NOW.getEpochSecond() + 10));

  @Test
  void theLeastSaysWhoAndForWhom() {
    var identity = new Claims(LEAST).at(NOW);
    assertThat(identity.provider()).isEqualTo("idp.example.com/a");
    assertThat(identity.application()).isEqualTo("app");
    assertThat(identity.subject()).isEqualTo("alice");
    assertThat(identity.methods()).isEmpty();
    assertThat(identity.tags()).isEmpty();
    assertThat(identity.sourceIdentity()).isNull();
  }

  @Test
  void anAuthorizedPartyStandsForTheAudience() {
    var claims = LEAST.with("azp", Json.of("party")).with("amr", Json.array(Json.of("otp")));
    assertThat(new Claims(claims).at(NOW).application()).isEqualTo("party");
    assertThat(new Claims(claims).at(NOW).methods()).containsExactly("otp");
  }

  @Test
  void tagsComeNestedOrFlat() {
    var nested =
        LEAST.with(
            "https://aws.amazon.com/tags",
            Json.parse(
                """
                {"principal_tags": {"team": ["a"]}, "transitive_tag_keys": ["team"]}"""));
    assertThat(new Claims(nested).at(NOW).tags()).containsEntry("team", "a");
    assertThat(new Claims(nested).at(NOW).transitiveTags()).containsExactly("team");
    var flat =
        LEAST
            .with("https://aws.amazon.com/tags/principal_tags/team", Json.of("b"))
            .with("https://aws.amazon.com/tags/transitive_tag_keys", Json.array(Json.of("team")))
            .with("https://aws.amazon.com/source_identity", Json.of("al"));
    var identity = new Claims(flat).at(NOW);
    assertThat(identity.tags()).containsEntry("team", "b");
    assertThat(identity.transitiveTags()).containsExactly("team");
    assertThat(identity.sourceIdentity()).isEqualTo("al");
  }

  @Test
  void everyRequiredClaimIsMissed() {
    for (var claim : new String[] {"iss", "aud", "sub", "iat", "exp"}) {
      assertThatExceptionOfType(RefusedTokenException.class)
          .isThrownBy(() -> new Claims(LEAST.without(claim)).at(NOW))
          .withMessage("Missing a required claim: " + claim);
    }
  }

  @Test
  void timeIsKept() {
    assertThatExceptionOfType(RefusedTokenException.class)
        .isThrownBy(() -> new Claims(LEAST).at(NOW.plusSeconds(10)))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.EXPIRED));
    assertThatExceptionOfType(RefusedTokenException.class)
        .isThrownBy(() -> new Claims(LEAST).at(NOW.minusSeconds(600)))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.INVALID));
    assertThat(new Claims(LEAST).at(NOW.minusSeconds(60))).isNotNull();
  }
}

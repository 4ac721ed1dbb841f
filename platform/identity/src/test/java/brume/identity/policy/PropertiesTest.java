package brume.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds of all policies and requests.
final class PropertiesTest {
  private static final int TRIES = 4_000;

  @Test
  void theCompiledDecisionIsTheNaiveOne() {
    var outcomes = new HashSet<String>();
    for (int seed = 0; seed < TRIES; seed++) {
      var chance = new Chance(seed);
      var documents = chance.documents();
      var asked = chance.asked();
      var expected = Naive.decide(documents, asked.request(), asked.keys());
      assertThat(outcome(documents, asked))
          .as(described(seed, documents, asked))
          .isEqualTo(expected);
      outcomes.add(expected);
    }
    assertThat(outcomes)
        .containsAll(Set.of("allow", "no-identity", "no-boundary", "no-session", "no-resource"))
        .containsAll(Set.of("deny-identity", "deny-boundary", "deny-session", "deny-resource"));
  }

  @Test
  void oneDenyMoreNeverAllowsMore() {
    int denied = 0;
    for (int seed = 0; seed < TRIES; seed++) {
      var chance = new Chance(seed);
      var documents = chance.documents();
      var asked = chance.asked();
      if (!outcome(documents, asked).equals("allow")) {
        var stricter = chance.withMore(documents, "Deny");
        assertThat(outcome(stricter, asked))
            .as(described(seed, stricter, asked))
            .isNotEqualTo("allow");
        denied++;
      }
    }
    assertThat(denied).isGreaterThan(TRIES / 10);
  }

  @Test
  void oneAllowMoreNeverDeniesMore() {
    int allowed = 0;
    for (int seed = 0; seed < TRIES; seed++) {
      var chance = new Chance(seed);
      var documents = chance.documents();
      var asked = chance.asked();
      if (outcome(documents, asked).equals("allow")) {
        var laxer = chance.withMore(documents, "Allow");
        assertThat(outcome(laxer, asked)).as(described(seed, laxer, asked)).isEqualTo("allow");
        allowed++;
      }
    }
    assertThat(allowed).isGreaterThan(TRIES / 10);
  }

  @Test
  void theOrderOfStatementsAndPoliciesIsIrrelevant() {
    for (int seed = 0; seed < TRIES; seed++) {
      var chance = new Chance(seed);
      var documents = chance.documents();
      var asked = chance.asked();
      var random = new Random(seed);
      var shuffled =
          new Naive.Documents(
              shuffled(documents.identity(), random),
              shuffled(documents.boundary(), random),
              shuffled(documents.session(), random),
              shuffled(documents.resource(), random));
      assertThat(outcome(shuffled, asked))
          .as(described(seed, documents, asked))
          .isEqualTo(outcome(documents, asked));
    }
  }

  private static List<Json.Obj> shuffled(List<Json.Obj> policies, Random random) {
    var other = new ArrayList<>(policies);
    other.replaceAll(policy -> shuffled(policy, random));
    Collections.shuffle(other, random);
    return other;
  }

  private static Json.@Nullable Obj shuffled(Json.@Nullable Obj policy, Random random) {
    if (policy == null) {
      return null;
    }
    var statements = new ArrayList<Json.Obj>();
    policy.fields().get("Statement").list().forEach(one -> statements.add((Json.Obj) one));
    Collections.shuffle(statements, random);
    return Chance.document(statements);
  }

  private static String outcome(Naive.Documents documents, Chance.Asked asked) {
    return CaseFile.outcome(documents.compiled().decide(asked.request()));
  }

  private static String described(int seed, Naive.Documents documents, Chance.Asked asked) {
    return "seed " + seed + ": " + asked.request() + ' ' + asked.keys() + ' ' + documents;
  }
}

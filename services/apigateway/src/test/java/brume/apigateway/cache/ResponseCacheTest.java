package brume.apigateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Scope;
import brume.http.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResponseCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Response RESPONSE = Response.of(200, "text/plain", "x");

  @Test
  void theLongestUnusedGoesWhenThereIsNoRoom() {
    var cache = new ResponseCache(3_000);
    for (var key : new String[] {"a", "b"}) {
      cache.put(key, RESPONSE, 1_000, NOW.plusSeconds(1));
    }
    cache.get("a", NOW);
    cache.put("c", RESPONSE, 1_000, NOW.plusSeconds(1));
    assertThat(cache.get("b", NOW)).isNull();
    assertThat(cache.get("a", NOW)).isNotNull();
    assertThat(cache.get("c", NOW)).isNotNull();
    cache.put("d", RESPONSE, 5_000, NOW.plusSeconds(1));
    assertThat(cache.get("d", NOW)).isNull();
  }

  @Test
  void hitsAndMissesAreCounted() {
    var caches = new StageCaches();
    var scope = new Scope("000000000000", "us-east-1");
    var cache = caches.of(scope, "api", "stage", 1 << 20);
    cache.get("a", NOW);
    cache.put("a", RESPONSE, 1, NOW.plusSeconds(1));
    cache.get("a", NOW);
    cache.get("a", NOW.plusSeconds(1));
    assertThat(caches.counts(scope, "api", "stage")).isEqualTo(new ResponseCache.Counts(1, 2));
    assertThat(caches.of(scope, "api", "stage", 1 << 20)).isSameAs(cache);
    assertThat(caches.of(scope, "api", "stage", 1 << 19)).isNotSameAs(cache);
    caches.flush(scope, "api", "stage");
    assertThat(caches.counts(scope, "api", "stage")).isEqualTo(new ResponseCache.Counts(0, 0));
  }
}

package brume.identity.signature;

import brume.base.PercentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a client wants to send, chosen by chance but for what no client sends.
///
/// @param path encoded once, as it goes over the wire
record Draft(
    String method, String path, List<Pair> query, List<Pair> headers, byte[] body, boolean secure) {
  record Pair(String name, String value) {}

  private static final String ODD =
      "abcXYZ019-_.~ !$&'()*+,;=:@/?#[]%\"<>\\^`{|}äßжあ漢\u00a0\ud83d\ude00";

  static Draft random(RandomGenerator random) {
    var body = new byte[random.nextInt(200)];
    random.nextBytes(body);
    return of(random, random.nextBoolean() ? "POST" : "PUT", body);
  }

  static Draft of(RandomGenerator random, String method, byte[] body) {
    var path = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      path.append('/').append(PercentCode.encode("k" + text(random, 12)));
    }
    var query = new ArrayList<Pair>();
    for (int i = random.nextInt(5); i > 0; i--) {
      query.add(new Pair("q" + text(random, 6), text(random, 12)));
    }
    var headers = new ArrayList<Pair>();
    for (int i = random.nextInt(4); i > 0; i--) {
      headers.add(new Pair("x-amz-meta-" + i, "  " + text(random, 10).strip() + "   x  "));
    }
    return new Draft(method, path.toString(), query, headers, body, random.nextBoolean());
  }

  Draft over(boolean tls) {
    return new Draft(method, path, query, headers, body, tls);
  }

  private static String text(RandomGenerator random, int max) {
    var points = ODD.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}

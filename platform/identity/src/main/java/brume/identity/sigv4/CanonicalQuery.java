package brume.identity.sigv4;

import brume.base.PercentCode;
import brume.http.QueryString;
import java.util.ArrayList;
import java.util.Comparator;

/// The query as it is signed: every name and value encoded, sorted, the signature itself left out.
///
/// Source: "Create a signed AWS API request", canonical query string.
final class CanonicalQuery {
  private static final String SIGNATURE = "X-Amz-Signature";

  private record Pair(String name, String value) {}

  private static final Comparator<Pair> ORDER =
      Comparator.comparing(Pair::name).thenComparing(Pair::value);

  private CanonicalQuery() {}

  static String of(QueryString query) {
    if (query.isEmpty()) {
      return "";
    }
    var pairs = new ArrayList<Pair>(query.parameters().size());
    for (var parameter : query.parameters()) {
      if (!parameter.name().equals(SIGNATURE)) {
        pairs.add(
            new Pair(PercentCode.encode(parameter.name()), PercentCode.encode(parameter.value())));
      }
    }
    pairs.sort(ORDER);
    var text = new StringBuilder();
    for (var pair : pairs) {
      text.append(text.isEmpty() ? "" : "&").append(pair.name).append('=').append(pair.value);
    }
    return text.toString();
  }
}

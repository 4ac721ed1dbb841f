package brume.cloudwatch.search;

import brume.cloudwatch.metric.MetricName;
import brume.model.cloudwatch.CloudWatchError;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A search for metrics, such as `{AWS/Lambda,FunctionName} MetricName="Errors"`.
///
/// Source: Amazon CloudWatch User Guide, "CloudWatch search expression syntax".
///
/// @param namespace null for any
/// @param dimensions the names of all dimensions of the wanted metrics; none for any
public record Search(@Nullable String namespace, Set<String> dimensions, Term term) {
  private static final int MAX_CHARACTERS = 1024;

  public boolean finds(MetricName metric) {
    return (namespace == null || namespace.equals(metric.namespace()))
        && (dimensions.isEmpty() || dimensions.equals(metric.dimensions().keySet()))
        && term.test(metric);
  }

  public static Search parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw wrong("A search has no more than " + MAX_CHARACTERS + " characters", text);
    }
    var reader = new SearchReader(text);
    String namespace = null;
    var dimensions = new ArrayList<String>();
    if (reader.take("{")) {
      namespace = reader.name();
      while (reader.take(",")) {
        dimensions.add(reader.name());
      }
      reader.expect("}");
      reader.take(",");
    }
    var terms = reader.isAtEnd() ? new Term.All(List.of()) : new TermParser(reader).parse();
    if (!reader.isAtEnd() || (namespace == null && terms.equals(new Term.All(List.of())))) {
      throw wrong("Invalid search", text);
    }
    return new Search(namespace, Set.copyOf(dimensions), terms);
  }

  static ServiceException wrong(String why, String text) {
    return CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
        "Error in expression: " + why + ": " + text);
  }
}

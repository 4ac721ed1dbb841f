package brume.iam.operation.simulation;

import brume.iam.entity.Listing;
import brume.model.iam.EvaluationResult;
import brume.model.iam.SimulatePolicyResponse;
import brume.service.CommonError;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What both simulations share: pages of results, and what neither has.
final class Pages {
  private Pages() {}

  /// Sets of resources as EC2 wants them are not simulated.
  static void refuse(@Nullable String resourceHandlingOption) {
    if (resourceHandlingOption != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume does not have the parameter ResourceHandlingOption");
    }
  }

  static SimulatePolicyResponse of(
      List<EvaluationResult> results, @Nullable String marker, @Nullable Integer maxItems) {
    var places = IntStream.range(0, results.size()).boxed().toList();
    var page = Listing.of(places, "%06d"::formatted, marker, maxItems);
    return SimulatePolicyResponse.builder()
        .evaluationResults(page.items().stream().map(results::get).toList())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}

package brume.sesv2.operation.suppression;

import brume.model.sesv2.ListSuppressedDestinationsRequest;
import brume.model.sesv2.ListSuppressedDestinationsResponse;
import brume.model.sesv2.SuppressedDestination;
import brume.model.sesv2.SuppressedDestinationSummary;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Suppressions;

/// Lists the addresses that get no mail, 1000 at most at a time. A page may have fewer than the
/// next, or none, when it is asked for some reasons or days only.
public final class ListSuppressedDestinations
    implements Operation<ListSuppressedDestinationsRequest, ListSuppressedDestinationsResponse> {
  private static final int MAX_PAGE = 1000;

  private final Suppressions suppressions;

  public ListSuppressedDestinations(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  @Override
  public Access access(Call call, ListSuppressedDestinationsRequest input) {
    return Access.toAny("ses:ListSuppressedDestinations");
  }

  @Override
  public ListSuppressedDestinationsResponse run(
      Call call, ListSuppressedDestinationsRequest input) {
    int limit = input.pageSize() == null ? MAX_PAGE : Math.clamp(input.pageSize(), 1, MAX_PAGE);
    var page = suppressions.page(call.scope(), input.nextToken(), limit);
    var summaries =
        page.items().stream()
            .filter(each -> isAsked(input, each))
            .map(
                each ->
                    new SuppressedDestinationSummary(
                        each.emailAddress(), each.lastUpdateTime(), each.reason()))
            .toList();
    return new ListSuppressedDestinationsResponse(page.next(), summaries);
  }

  private static boolean isAsked(
      ListSuppressedDestinationsRequest input, SuppressedDestination each) {
    var reasons = input.reasons();
    return (reasons == null || reasons.isEmpty() || reasons.contains(each.reason()))
        && (input.startDate() == null || each.lastUpdateTime().isAfter(input.startDate()))
        && (input.endDate() == null || each.lastUpdateTime().isBefore(input.endDate()));
  }
}

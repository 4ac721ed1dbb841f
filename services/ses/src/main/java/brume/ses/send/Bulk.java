package brume.ses.send;

import brume.service.Call;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;

/// Many messages of one request. They stand each for itself: one that is refused holds no other
/// back.
public final class Bulk {
  /// Messages of one request. Source: Amazon SES API v1 reference, `SendBulkTemplatedEmail`.
  static final int MAX_ENTRIES = 50;

  private Bulk() {}

  public sealed interface Result {}

  public record Sent(String id) implements Result {}

  public record Refused(Refusal refusal, String text) implements Result {}

  public static List<Result> send(Sending sending, Call call, List<Order> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    if (entries.size() > MAX_ENTRIES) {
      throw entries
          .getFirst()
          .api()
          .invalid()
          .because("There are more than %d destinations".formatted(MAX_ENTRIES));
    }
    var results = new ArrayList<Result>();
    for (var order : entries) {
      results.add(sent(sending, call, order));
    }
    return results;
  }

  private static Result sent(Sending sending, Call call, Order order) {
    try {
      return new Sent(sending.send(call, order));
    } catch (ServiceException refused) {
      if (!refused.error().isCallersFault()) {
        throw refused;
      }
      return new Refused(Refusal.of(refused.error(), order.api()), refused.message());
    }
  }
}

package brume.s3.notification;

import brume.base.Ids;
import brume.service.Call;
import java.time.Instant;
import java.util.List;

/// The request that changes an object, as far as those who are told of the change hear of it.
///
/// @param event such as `ObjectCreated:Put`
/// @param principal whom the request comes from
/// @param sourceIp where it comes from; empty for what nobody sent
public record Cause(
    String event, String principal, String sourceIp, String requestId, Instant now, Ids ids) {
  public static Cause of(Call call, String event) {
    var caller = call.caller();
    var principal = caller.account().isEmpty() ? caller.userId() : "AWS:" + caller.userId();
    var source = call.context().keys().getOrDefault("aws:SourceIp", List.of(""));
    return new Cause(event, principal, source.getFirst(), call.requestId(), call.now(), call.ids());
  }

  /// The same request with more of the event's name, such as `Delete` behind `ObjectRemoved`.
  public Cause then(String kind) {
    return new Cause(event + ':' + kind, principal, sourceIp, requestId, now, ids);
  }

  /// Whether a lifecycle rule did it.
  public boolean isExpiry() {
    return event.startsWith("LifecycleExpiration");
  }
}

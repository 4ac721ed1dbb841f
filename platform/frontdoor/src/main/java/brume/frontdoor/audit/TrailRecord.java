package brume.frontdoor.audit;

import brume.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The record of one attempt, on one line.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail record contents for management, data, and network
/// activity events".
///
/// @param data whether it is a data event
record TrailRecord(Instant at, boolean data, String line) {
  private static final String VERSION = "1.09";

  static TrailRecord of(Attempt attempt, UUID eventId) {
    var call = attempt.call();
    var effect = Effect.of(attempt.operation());
    var keys = call.context().keys();
    var fields = new LinkedHashMap<String, Json>();
    fields.put("eventVersion", Json.of(VERSION));
    fields.put("userIdentity", UserIdentity.of(call.caller(), call.context()));
    fields.put("eventTime", Json.of(call.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    fields.put("eventSource", Json.of(attempt.service().endpointPrefix() + ".amazonaws.com"));
    fields.put("eventName", Json.of(attempt.operation().name()));
    fields.put("awsRegion", Json.of(call.scope().region()));
    fields.put("sourceIPAddress", Json.of(first(keys.get("aws:SourceIp"), "AWS Internal")));
    fields.put("userAgent", Json.of(first(keys.get("aws:UserAgent"), "AWS Internal")));
    var failure = attempt.failure();
    if (failure != null) {
      fields.put("errorCode", Json.of(failure.code()));
      fields.put("errorMessage", Json.of(bounded(failure.text())));
    }
    fields.put("requestParameters", RequestParameters.of(attempt.input()));
    fields.put("responseElements", Json.ofNull());
    if (failure != null && failure.decidedBy() != null) {
      fields.put(
          "additionalEventData", Json.object("decidedBy", Json.of(bounded(failure.decidedBy()))));
    }
    fields.put("requestID", Json.of(call.requestId()));
    fields.put("eventID", Json.of(eventId.toString()));
    fields.put("readOnly", Json.of(effect.readOnly()));
    fields.put("eventType", Json.of("AwsApiCall"));
    fields.put("managementEvent", Json.of(!effect.data()));
    fields.put("recipientAccountId", Json.of(call.scope().account()));
    fields.put("eventCategory", Json.of(effect.data() ? "Data" : "Management"));
    return new TrailRecord(call.now(), effect.data(), new Json.Obj(fields).print());
  }

  private static String first(@Nullable List<String> values, String otherwise) {
    return values == null || values.isEmpty() ? otherwise : bounded(values.getFirst());
  }

  private static String bounded(String text) {
    return text.length() <= RequestParameters.MAX_TEXT
        ? text
        : text.substring(0, RequestParameters.MAX_TEXT) + '…';
  }
}

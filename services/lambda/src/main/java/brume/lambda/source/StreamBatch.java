package brume.lambda.source;

import brume.lambda.invoke.Invoker;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.service.Call;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs a function with records of a shard, in their order, until it succeeded with all or they are
/// given up: retries, halves, records that are too old.
///
/// Source: AWS Lambda Developer Guide, "Configuring error handling controls for DynamoDB event
/// sources" and "Configuring partial batch response with DynamoDB and Lambda".
final class StreamBatch {
  private static final int UNLIMITED = -1;

  private final Subject subject;
  private final Stop stop;
  private final String shard;
  private final int maxRetries;
  private final @Nullable Duration maxAge;
  private final boolean bisects;
  private final boolean reportsItems;

  /// Records that are tried together.
  ///
  /// @param failures with these records, halving not counted
  private record Piece(List<StreamItem> items, int failures) {
    Piece failed() {
      return new Piece(items, failures + 1);
    }

    Piece from(int index) {
      return new Piece(items.subList(index, items.size()), failures + 1);
    }
  }

  StreamBatch(Subject subject, Stop stop, String shard) {
    this.subject = subject;
    this.stop = stop;
    this.shard = shard;
    var mapping = subject.mapping();
    maxRetries = Objects.requireNonNullElse(mapping.maximumRetryAttempts(), UNLIMITED);
    maxAge = age(mapping);
    bisects = Boolean.TRUE.equals(mapping.bisectBatchOnFunctionError());
    var types = mapping.functionResponseTypes();
    reportsItems = types != null && types.contains("ReportBatchItemFailures");
  }

  private static @Nullable Duration age(EventSourceMappingConfiguration mapping) {
    var seconds = mapping.maximumRecordAgeInSeconds();
    return seconds == null || seconds == UNLIMITED ? null : Duration.ofSeconds(seconds);
  }

  /// False when the mapping was stopped before the end.
  boolean process(List<StreamItem> items) {
    var left = new ArrayDeque<Piece>();
    left.add(new Piece(items, 0));
    int refusals = 0;
    while (!left.isEmpty()) {
      if (stop.isStopped()) {
        return false;
      }
      var piece = withoutOld(left.poll());
      if (piece.items.isEmpty()) {
        continue;
      }
      var call = subject.call();
      try {
        conclude(call, piece, run(call, piece), left);
        refusals = 0;
      } catch (ServiceException refusal) {
        subject.report("PROBLEM: " + refusal.message());
        left.addFirst(piece);
        stop.pause(Backoff.after(++refusals));
      }
    }
    return true;
  }

  private Invoker.Result run(Call call, Piece piece) {
    subject.measureAge(Duration.between(piece.items.getLast().created(), call.now()));
    return subject.run(call, List.copyOf(piece.items.stream().map(StreamItem::event).toList()));
  }

  private void conclude(Call call, Piece piece, Invoker.Result result, Deque<Piece> left) {
    var answer = answer(piece, result);
    if (answer instanceof BatchAnswer.Complete) {
      subject.report("OK");
      return;
    }
    subject.report("PROBLEM: Function call failed");
    int from = answer instanceof BatchAnswer.Partly(var failed) ? first(piece, failed) : 0;
    var rest = from > 0 ? piece.from(from) : piece.failed();
    int size = rest.items.size();
    if (from == 0 && bisects && size > 1) {
      left.addFirst(new Piece(rest.items.subList(size / 2, size), piece.failures));
      left.addFirst(new Piece(rest.items.subList(0, size / 2), piece.failures));
    } else if (maxRetries != UNLIMITED && rest.failures > maxRetries) {
      discard(call, rest, "RetryAttemptsExhausted", result);
      return;
    } else {
      left.addFirst(rest);
    }
    stop.pause(Backoff.after(rest.failures));
  }

  private BatchAnswer answer(Piece piece, Invoker.Result result) {
    if (result.errorType() != null) {
      return new BatchAnswer.Failed();
    }
    return reportsItems
        ? BatchAnswer.of(
            result.payload(), piece.items.stream().map(StreamItem::sequenceNumber).toList())
        : new BatchAnswer.Complete();
  }

  private static int first(Piece piece, java.util.Set<String> failed) {
    int index = 0;
    while (!failed.contains(piece.items.get(index).sequenceNumber())) {
      index++;
    }
    return index;
  }

  private Piece withoutOld(Piece piece) {
    var oldest = maxAge == null ? Instant.MIN : subject.call().now().minus(maxAge);
    int fresh = 0;
    while (fresh < piece.items.size() && piece.items.get(fresh).created().isBefore(oldest)) {
      fresh++;
    }
    if (fresh == 0) {
      return piece;
    }
    discard(
        subject.call(),
        new Piece(piece.items.subList(0, fresh), piece.failures),
        "RecordAgeExceeded",
        null);
    return new Piece(piece.items.subList(fresh, piece.items.size()), piece.failures);
  }

  private void discard(Call call, Piece piece, String condition, Invoker.@Nullable Result result) {
    subject.tellFailure(
        new Discarded(subject, shard, piece.items, piece.failures, condition).json(call, result));
  }
}

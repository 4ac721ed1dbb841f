package brume.lambda.source;

import brume.json.Json;
import brume.lambda.invoke.Invoker;
import brume.lambda.invoke.Messenger;
import brume.model.sqs.DeleteMessageBatchRequest;
import brume.model.sqs.DeleteMessageBatchRequestEntry;
import brume.model.sqs.ReceiveMessageRequest;
import brume.model.sqs.SqsModel;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Receives messages of a queue and deletes those that the function succeeded with. The others are
/// visible again after the queue's time.
///
/// Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS".
final class QueuePoller {
  /// Receivers of one queue, each with one batch at a time, unless the mapping allows fewer. AWS
  /// begins with five too.
  private static final int RECEIVERS = 5;

  /// Between looks at a queue that has nothing.
  private static final Duration POLL = Duration.ofMillis(100);

  /// How long a receive waits for messages.
  private static final int WAIT_S = 5;

  /// Messages of one receive. Source: Amazon SQS API reference, "ReceiveMessage".
  private static final int MAX_RECEIVED = 10;

  private final Subject subject;
  private final Stop stop;
  private final String url;
  private final Filters filters;
  private final int batchSize;
  private final Duration window;
  private final boolean reportsItems;

  QueuePoller(Subject subject, Stop stop) {
    this.subject = subject;
    this.stop = stop;
    var mapping = subject.mapping();
    url = Messenger.queueUrl(subject.call().endpoint(), subject.source());
    filters = Filters.of(mapping.filterCriteria());
    batchSize = Objects.requireNonNull(mapping.batchSize());
    window =
        Duration.ofSeconds(Objects.requireNonNullElse(mapping.maximumBatchingWindowInSeconds(), 0));
    var types = mapping.functionResponseTypes();
    reportsItems = types != null && types.contains("ReportBatchItemFailures");
  }

  /// Until it is stopped; then waits for what runs.
  void run() throws InterruptedException {
    var scaling = subject.mapping().scalingConfig();
    var most = scaling == null ? null : scaling.maximumConcurrency();
    int receivers = most == null ? RECEIVERS : Math.min(most, RECEIVERS);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < receivers; i++) {
      threads.add(Thread.ofVirtual().name("queue-receiver").start(this::receiveOn));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private void receiveOn() {
    int failures = 0;
    while (!stop.isStopped()) {
      try {
        var batch = gather();
        if (batch.isEmpty()) {
          stop.pause(POLL);
        } else if (process(batch)) {
          failures = 0;
        } else {
          stop.pause(Backoff.after(++failures));
        }
      } catch (ServiceException e) {
        subject.report("PROBLEM: " + e.message());
        stop.pause(Backoff.after(++failures));
      }
    }
  }

  private List<QueueItem> gather() {
    var batch = new ArrayList<QueueItem>();
    Instant closes = null;
    while (batch.size() < batchSize && !stop.isStopped()) {
      var received = receive(Math.min(MAX_RECEIVED, batchSize - batch.size()));
      batch.addAll(received);
      if (batch.isEmpty() || window.isZero()) {
        return batch;
      }
      var now = subject.call().now();
      closes = closes == null ? now.plus(window) : closes;
      if (!now.isBefore(closes)) {
        return batch;
      }
      if (received.isEmpty()) {
        stop.pause(POLL);
      }
    }
    return batch;
  }

  private List<QueueItem> receive(int most) {
    var input =
        ReceiveMessageRequest.builder()
            .queueUrl(url)
            .maxNumberOfMessages(most)
            .waitTimeSeconds(window.isZero() ? WAIT_S : 1)
            .messageSystemAttributeNames(List.of("All"))
            .messageAttributeNames(List.of("All"))
            .build();
    var messages = subject.asFunction().invoke(SqsModel.RECEIVE_MESSAGE, input).messages();
    return messages == null
        ? List.of()
        : messages.stream().map(message -> QueueItem.of(message, subject.source())).toList();
  }

  /// Whether the function succeeded with all.
  private boolean process(List<QueueItem> batch) {
    var admitted = batch.stream().filter(item -> filters.admitBody(item.event())).toList();
    delete(batch.stream().filter(item -> !admitted.contains(item)).toList());
    if (admitted.isEmpty()) {
      return true;
    }
    var records = admitted.stream().map(QueueItem::event).map(Json.class::cast).toList();
    var failed = failures(admitted, subject.run(subject.call(), records));
    delete(admitted.stream().filter(item -> !failed.contains(item.messageId())).toList());
    subject.report(failed.isEmpty() ? "OK" : "PROBLEM: Function call failed");
    return failed.isEmpty();
  }

  private Set<String> failures(List<QueueItem> batch, Invoker.Result result) {
    var ids = batch.stream().map(QueueItem::messageId).toList();
    if (result.errorType() != null) {
      return new HashSet<>(ids);
    }
    if (!reportsItems) {
      return Set.of();
    }
    return switch (BatchAnswer.of(result.payload(), ids)) {
      case BatchAnswer.Complete _ -> Set.of();
      case BatchAnswer.Failed _ -> new HashSet<>(ids);
      case BatchAnswer.Partly(Set<String> items) -> items;
    };
  }

  private void delete(List<QueueItem> items) {
    for (int from = 0; from < items.size(); from += MAX_RECEIVED) {
      var entries = new ArrayList<DeleteMessageBatchRequestEntry>();
      for (var item : items.subList(from, Math.min(items.size(), from + MAX_RECEIVED))) {
        var id = Integer.toString(entries.size());
        entries.add(new DeleteMessageBatchRequestEntry(id, item.receiptHandle()));
      }
      var _ =
          subject
              .asFunction()
              .invoke(SqsModel.DELETE_MESSAGE_BATCH, new DeleteMessageBatchRequest(entries, url));
    }
  }
}

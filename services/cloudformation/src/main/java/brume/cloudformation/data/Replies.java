package brume.cloudformation.data;

import brume.base.Bytes;
import brume.base.Ids;
import brume.cloudformation.stack.StackId;
import brume.json.Json;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The questions that stacks asked custom resources, and what was replied to them.
///
/// A question is on disk before it is asked, so that a reply finds it whenever it comes; the next
/// question about the same resource takes its place.
public final class Replies {
  private static final Key LOCK = Key.of("cloudformation.question");
  private static final Documents<Question> QUESTIONS =
      new Documents<>("cloudformation.question", Question::toJson, Question::of);

  /// How long to wait without a look at the clock.
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Store store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition replied = lock.newCondition();

  public Replies(Store store) {
    this.store = store;
  }

  /// @param token of the step that asks
  /// @param secret who knows it may reply
  /// @param since when it was asked first
  /// @param reply null until there is one
  public record Question(
      StackId stack,
      String logicalId,
      String token,
      String requestId,
      String secret,
      Instant since,
      @Nullable String reply) {
    Json.Obj toJson() {
      return Json.object(
          "stack", Json.of(stack.toString()),
          "logicalId", Json.of(logicalId),
          "token", Json.of(token),
          "requestId", Json.of(requestId),
          "secret", Json.of(secret),
          "since", Json.of(since.toString()),
          "reply", Json.of(reply));
    }

    static Question of(Json.Obj document) {
      var reply = document.get("reply");
      return new Question(
          StackId.parse(text(document, "stack")).orElseThrow(),
          text(document, "logicalId"),
          text(document, "token"),
          text(document, "requestId"),
          text(document, "secret"),
          Instant.parse(text(document, "since")),
          reply == null ? null : reply.text());
    }

    private static String text(Json.Obj document, String name) {
      return Objects.requireNonNull(Objects.requireNonNull(document.get(name)).text());
    }

    private Question with(String text) {
      return new Question(stack, logicalId, token, requestId, secret, since, text);
    }
  }

  /// The question of a step: a new one, or after a crash the one that it had asked.
  public Question ask(StackId stack, String logicalId, String token, Ids ids, Instant now) {
    var requestId = ids.uuid().toString();
    var secret = ids.hex(64);
    return store.transact(
        Locks.of(LOCK),
        transaction -> {
          var there = QUESTIONS.get(transaction, stack.scope(), stack.uid(), logicalId);
          if (there != null && there.token.equals(token)) {
            return there;
          }
          if (there != null) {
            transaction.delete(secretKey(there.secret).bytes());
          }
          var asked = new Question(stack, logicalId, token, requestId, secret, now, null);
          put(transaction, asked);
          transaction.put(secretKey(secret).bytes(), Bytes.utf8(stack + " " + logicalId).toArray());
          return asked;
        });
  }

  private static void put(Transaction transaction, Question question) {
    QUESTIONS.put(
        transaction, question, question.stack.scope(), question.stack.uid(), question.logicalId);
  }

  private static Key secretKey(String secret) {
    return Key.of("cloudformation.reply", secret);
  }

  /// Keeps a reply, the first one only; false when nobody asked.
  public boolean reply(String secret, String text) {
    boolean isAsked =
        store.transact(
            Locks.of(LOCK),
            transaction -> {
              var bytes = transaction.get(secretKey(secret).bytes());
              if (bytes == null) {
                return false;
              }
              var parts = Bytes.wrap(bytes).toUtf8().split(" ", 2);
              var stack = StackId.parse(parts[0]).orElseThrow();
              var question = QUESTIONS.get(transaction, stack.scope(), stack.uid(), parts[1]);
              if (question != null && question.reply == null) {
                put(transaction, question.with(text));
              }
              return true;
            });
    lock.lock();
    try {
      replied.signalAll();
    } finally {
      lock.unlock();
    }
    return isAsked;
  }

  /// Null while there is none.
  public @Nullable String find(Question question) {
    try (var snapshot = store.snapshot()) {
      var now =
          QUESTIONS.get(snapshot, question.stack.scope(), question.stack.uid(), question.logicalId);
      return now == null || !now.token.equals(question.token) ? null : now.reply;
    }
  }

  /// Returns when the reply came, or when it is time to look at the clock.
  public void await(Question question) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = GLANCE.toNanos();
      while (left > 0 && find(question) == null) {
        left = replied.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Forgets the question of a resource that is gone.
  public void forget(Question question) {
    store.transact(
        Locks.of(LOCK),
        transaction -> {
          transaction.delete(secretKey(question.secret).bytes());
          QUESTIONS.delete(
              transaction, question.stack.scope(), question.stack.uid(), question.logicalId);
          return question;
        });
  }
}

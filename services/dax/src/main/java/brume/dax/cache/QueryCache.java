package brume.dax.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Replies to queries and scans, by all that was asked.
public final class QueryCache {
  private final LruCache<Question, byte[]> replies;
  private volatile long life;

  /// What was asked. Requests that say the same in different ways are different questions.
  public interface Question {
    int bytes();
  }

  /// @param bytes it may take
  /// @param life how long a reply is given; zero for not at all
  public QueryCache(long bytes, Duration life) {
    replies = new LruCache<>(bytes, (question, reply) -> question.bytes() + reply.length);
    this.life = life.toMillis();
  }

  /// Null when the question was not answered, or too long ago.
  ///
  /// @param now in milliseconds
  public byte @Nullable [] get(Question question, long now) {
    return replies.get(question, now);
  }

  public void put(Question question, byte[] reply, long now) {
    if (life > 0) {
      replies.put(question, reply, now + life);
    }
  }

  /// Lets what comes from now on live as long as this.
  public void lives(Duration newLife) {
    life = newLife.toMillis();
  }

  public void clear() {
    replies.clear();
  }

  public Occupancy occupancy() {
    return replies.occupancy();
  }
}

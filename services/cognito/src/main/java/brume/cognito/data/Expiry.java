package brume.cognito.data;

import brume.cognito.pool.Pool;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import java.time.Duration;

/// Forgets grants and sessions whose time is over, which count for nothing anyway.
public final class Expiry implements Job {
  private static final int BATCH = 1000;

  private final Directory directory;

  public Expiry(Directory directory) {
    this.directory = directory;
  }

  @Override
  public String name() {
    return "cognito-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var pool : directory.pools().everywhere()) {
      expire(call, pool);
    }
  }

  private void expire(Call call, Pool pool) throws InterruptedException {
    directory.spent().expire(pool, call.now(), BATCH);
    Key after = null;
    do {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      after = directory.grants().expire(pool, after, call.now(), BATCH);
    } while (after != null);
  }
}

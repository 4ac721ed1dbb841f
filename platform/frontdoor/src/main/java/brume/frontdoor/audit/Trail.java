package brume.frontdoor.audit;

import brume.base.Ids;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The audit log in files of a directory.
///
/// Records wait in memory for the one thread that writes them, a few milliseconds unless the disk
/// is behind, and are on disk a second later: so much can be lost when the process, or the machine,
/// is killed. When too many wait, calls wait too; none is dropped. Management events and data
/// events have files of their own, so that many changes of data do not push out who changed a
/// policy.
public final class Trail implements AuditLog, AutoCloseable {
  /// How many bytes all files of management events may have.
  private static final long MAX_MANAGEMENT = 1L << 30;

  /// How many bytes all files of data events may have.
  private static final long MAX_DATA = 256L << 20;

  private static final long MAX_FILE = 8L << 20;
  private static final int MAX_WAITING = 4_096;
  private static final long SYNC_MILLIS = 1_000;
  private static final System.Logger LOG = System.getLogger(Trail.class.getName());

  /// Ends the writer.
  private static final TrailRecord END = new TrailRecord(Instant.EPOCH, false, "");

  private final ArrayBlockingQueue<TrailRecord> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Ids ids;
  private final TrailFiles management;
  private final TrailFiles data;
  private final Thread writer;
  private volatile boolean closed;

  private Trail(Path folder, Ids ids) {
    this.ids = ids;
    management = new TrailFiles(folder, "management", MAX_FILE, MAX_MANAGEMENT);
    data = new TrailFiles(folder, "data", MAX_FILE, MAX_DATA);
    writer = Thread.ofPlatform().name("audit").daemon().unstarted(this::write);
  }

  /// @param folder made when the first record is written
  public static Trail open(Path folder, Ids ids) {
    var trail = new Trail(folder, ids);
    trail.writer.start();
    return trail;
  }

  @Override
  public void record(Attempt attempt) {
    if (!attempt.matters() || closed) {
      return;
    }
    try {
      waiting.put(TrailRecord.of(attempt, ids.uuid()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "No audit record of request " + attempt.call().requestId(), failure);
    }
  }

  /// The newest records that fit, the last one first.
  public List<String> find(TrailQuery query) {
    return TrailReader.find(query, management.newestFirst(), data.newestFirst());
  }

  private void write() {
    var batch = new ArrayList<TrailRecord>();
    long synced = System.nanoTime();
    while (!batch.contains(END)) {
      batch.clear();
      try {
        var first = waiting.poll(SYNC_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch);
          append(management, batch, false);
          append(data, batch, true);
        }
        if (System.nanoTime() - synced >= TimeUnit.MILLISECONDS.toNanos(SYNC_MILLIS)) {
          management.sync();
          data.sync();
          synced = System.nanoTime();
        }
      } catch (InterruptedException _) {
        batch.add(END);
      } catch (IOException | RuntimeException failure) {
        LOG.log(Level.ERROR, batch.size() + " audit records could not be written", failure);
      }
    }
  }

  private static void append(TrailFiles files, List<TrailRecord> batch, boolean data)
      throws IOException {
    var lines = new ArrayList<String>();
    Instant last = null;
    for (var each : batch) {
      if (each.data() == data && !each.equals(END)) {
        lines.add(each.line());
        last = each.at();
      }
    }
    if (last != null) {
      files.write(last, lines);
    }
  }

  /// Writes what waits.
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      waiting.put(END);
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    management.close();
    data.close();
  }
}

package brume.relay;

import java.util.concurrent.atomic.LongAdder;

/// Counts how the deliveries of one kind, or the runs of one job, ended.
final class Tally {
  final LongAdder done = new LongAdder();
  final LongAdder postponed = new LongAdder();
  final LongAdder failed = new LongAdder();

  Relay.Counts counts(int waiting) {
    return new Relay.Counts(done.sum(), postponed.sum(), failed.sum(), waiting);
  }
}

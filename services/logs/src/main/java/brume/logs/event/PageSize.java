package brume.logs.event;

/// Fills a page up to a number of events and of bytes.
///
/// Source: Amazon CloudWatch Logs API reference, "GetLogEvents": 10,000 events and 1 MB.
public final class PageSize {
  public static final int MAX_EVENTS = 10_000;
  static final int MAX_BYTES = 1_048_576;

  private final int maxEvents;
  private int events;
  private int bytes;

  public PageSize(int maxEvents) {
    this.maxEvents = maxEvents;
  }

  /// Counts the event if it has room; the first one always has.
  public boolean add(LogEvent event) {
    if (isFull() || (events > 0 && bytes + event.size() > MAX_BYTES)) {
      return false;
    }
    events++;
    bytes += event.size();
    return true;
  }

  public boolean isFull() {
    return events >= maxEvents;
  }
}

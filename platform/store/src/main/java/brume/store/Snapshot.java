package brume.store;

/// The store as it was at one moment.
public interface Snapshot extends Reader, AutoCloseable {
  @Override
  void close();
}

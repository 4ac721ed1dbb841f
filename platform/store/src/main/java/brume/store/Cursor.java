package brume.store;

/// Walks the entries of a range: `while (cursor.next()) { … cursor.key() … }`.
public interface Cursor extends AutoCloseable {
  /// Steps to the next entry; false past the last.
  boolean next();

  byte[] key();

  byte[] value();

  @Override
  void close();
}

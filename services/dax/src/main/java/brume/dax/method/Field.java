package brume.dax.method;

/// The parts of replies, by their numbers.
final class Field {
  static final int ITEM = 0;
  static final int CONSUMED_CAPACITY = 1;
  static final int ATTRIBUTES = 2;
  static final int COLLECTION_METRICS = 3;
  static final int ITEMS = 7;
  static final int COUNT = 8;
  static final int LAST_KEY = 9;
  static final int SCANNED_COUNT = 10;

  private Field() {}
}

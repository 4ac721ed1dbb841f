package brume.dax.cache;

/// How full a cache is, and what made room for others so far.
///
/// @param bytes of the entries that are there
/// @param capacity in bytes
/// @param evictions entries that made room
/// @param evictedBytes of these
public record Occupancy(long bytes, long capacity, long evictions, long evictedBytes) {
  static final Occupancy NONE = new Occupancy(0, 0, 0, 0);

  public Occupancy plus(Occupancy other) {
    return new Occupancy(
        bytes + other.bytes,
        capacity + other.capacity,
        evictions + other.evictions,
        evictedBytes + other.evictedBytes);
  }
}

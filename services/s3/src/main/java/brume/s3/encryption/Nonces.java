package brume.s3.encryption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// With which nonces a customer's key encrypts the bytes of an object, stretch by stretch: one for
/// an object that was put whole, one for each part of another.
public record Nonces(List<Stretch> stretches) {
  /// @param nonce never used for other bytes, in hexadecimal digits
  /// @param length in bytes
  public record Stretch(String nonce, long length) {
    private static Stretch parse(String text) {
      int colon = text.indexOf(':');
      return new Stretch(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
      return nonce + ':' + length;
    }
  }

  public static Nonces of(String nonce, long length) {
    return new Nonces(List.of(new Stretch(nonce, length)));
  }

  /// Reads what [#toString] wrote.
  public static Nonces parse(String text) {
    return new Nonces(Arrays.stream(text.split(",", -1)).map(Stretch::parse).toList());
  }

  /// The nonce of all bytes; null when there are several.
  public @Nullable String single() {
    return stretches.size() == 1 ? stretches.getFirst().nonce : null;
  }

  /// What of a range lies in one stretch.
  ///
  /// @param begin of the stretch among all bytes
  /// @param offset of the piece in its stretch
  /// @param length of the piece, in bytes
  record Piece(String nonce, long begin, long offset, long length) {}

  /// The pieces of a range, in order.
  List<Piece> within(long offset, long length) {
    var pieces = new ArrayList<Piece>();
    long begin = 0;
    for (var stretch : stretches) {
      long from = Math.max(offset, begin);
      long to = Math.min(offset + length, begin + stretch.length);
      if (from < to) {
        pieces.add(new Piece(stretch.nonce, begin, from - begin, to - from));
      }
      begin += stretch.length;
    }
    return pieces;
  }

  /// One line of text, to be stored.
  @Override
  public String toString() {
    return stretches.stream().map(Stretch::toString).collect(Collectors.joining(","));
  }
}

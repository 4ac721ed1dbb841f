package brume.identity.signature;

import brume.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the fields behind the last chunk.
///
/// @param canonical as it is signed
/// @param signature null when it is not signed
record ChunkTrailer(Headers fields, String canonical, @Nullable String signature) {
  static final String SIGNATURE = "x-amz-trailer-signature";

  private static final int MAX_FIELDS = 16;

  /// @param announced the names in `x-amz-trailer`, in lower case
  static ChunkTrailer read(InputStream in, List<String> announced) throws IOException {
    var fields = new ArrayList<Headers.Field>();
    var canonical = new StringBuilder();
    String signature = null;
    for (var line = ChunkHead.line(in); !line.isEmpty(); line = ChunkHead.line(in)) {
      int colon = line.indexOf(':');
      var name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      var value = line.substring(colon + 1).strip();
      if (name.equals(SIGNATURE)) {
        signature = value;
      } else if (!announced.contains(name) || fields.size() == MAX_FIELDS) {
        throw malformed();
      } else {
        fields.add(new Headers.Field(name, value));
        canonical.append(name).append(':').append(value).append('\n');
      }
    }
    if (fields.size() != announced.size()) {
      throw malformed();
    }
    return new ChunkTrailer(Headers.of(fields), canonical.toString(), signature);
  }

  static RefusedException malformed() {
    return Refusal.MALFORMED_TRAILER.because(
        "The request contained trailing data that was not well-formed or did not conform to our"
            + " published schema.");
  }
}

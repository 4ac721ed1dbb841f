package brume.identity.signature;

import brume.base.Body;
import brume.base.Trailer;
import brume.http.Headers;
import brume.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request whose body is `aws-chunked`, decoded: its headers speak of the decoded body.
///
/// @param trailers filled when the body has been read
record ChunkedRequest(Request request, Trailers trailers) {
  private static final String CODING = "aws-chunked";
  private static final String LENGTH = "x-amz-decoded-content-length";

  /// @param signatures null where chunks are not signed
  static ChunkedRequest of(Request request, BodyMode mode, @Nullable ChunkSignatures signatures)
      throws IOException {
    long length = length(request.headers());
    var announced = mode.trailer() ? announced(request.headers()) : null;
    var trailers = new Trailers();
    var decoded =
        new ChunkedStream(
            request.body().open(),
            new ChunkedStream.Shape(length, announced),
            signatures,
            trailers);
    var names = announced == null ? List.<String>of() : announced;
    var body =
        new Body.OfStream(new LastByteStream(decoded), length, new Following(names, trailers));
    var headers = decoded(request.headers()).set("Content-Length", Long.toString(length));
    return new ChunkedRequest(request.with(headers).with(body), trailers);
  }

  /// The trailers as whoever reads the body asks for them.
  private record Following(List<String> names, Trailers trailers) implements Trailer {
    @Override
    public @Nullable String value(String name) {
      return trailers.fields().first(name);
    }
  }

  private static long length(Headers headers) {
    var text = headers.first(LENGTH);
    try {
      long length = text == null ? -1 : Long.parseLong(text);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException _) {
      // refused below, as a missing one is
    }
    throw Refusal.MISSING_LENGTH.because("You must provide the Content-Length HTTP header.");
  }

  private static List<String> announced(Headers headers) {
    var names = new ArrayList<String>();
    for (var value : headers.all("x-amz-trailer")) {
      for (var name : value.split(",")) {
        if (!name.isBlank()) {
          names.add(name.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  private static Headers decoded(Headers headers) {
    var codings = new ArrayList<String>();
    for (var value : headers.all("content-encoding")) {
      for (var coding : value.split(",")) {
        if (!coding.isBlank() && !coding.strip().equalsIgnoreCase(CODING)) {
          codings.add(coding.strip());
        }
      }
    }
    var plain = headers.without("content-encoding").without("transfer-encoding");
    return codings.isEmpty() ? plain : plain.with("Content-Encoding", String.join(",", codings));
  }
}

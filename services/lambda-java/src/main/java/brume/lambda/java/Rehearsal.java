package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// A function that uses what functions of every kind use of this program, so that an AOT cache
/// recorded while it runs serves them all.
///
/// Not what only functions with classes of their own for events use: every class in a cache costs
/// each start some time, and such functions get caches of their own.
public final class Rehearsal implements RequestHandler<Map<String, Object>, Object> {
  private static final List<String> KINDS = List.of("::streams", "::text", "::nothing");

  public static void streams(InputStream in, OutputStream out, Context context)
      throws java.io.IOException {
    in.transferTo(out);
  }

  public static String text(String event) {
    return event;
  }

  public static void nothing() {}

  @Override
  public Object handleRequest(Map<String, Object> event, Context context) {
    context.getLogger().log("rehearsing " + context.getRemainingTimeInMillis() + "\n");
    var _ = Failure.of(new IllegalStateException("rehearsed", new Fault("cause")));
    try {
      lookIntoDirectories();
      for (var kind : KINDS) {
        play(kind, kind.equals("::text") ? "\"a\"" : "{\"name\":\"a\",\"tags\":[\"b\"]}", context);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return event;
  }

  /// The class path of a recording has jars alone, that of functions a directory too.
  private static void lookIntoDirectories() throws java.io.IOException {
    var directory = java.nio.file.Path.of("/").toUri().toURL();
    try (var loader = new java.net.URLClassLoader(new java.net.URL[] {directory}, null)) {
      var _ = loader.findResource("etc/passwd");
    }
  }

  private static void play(String kind, String event, Context context) throws Exception {
    var handler = HandlerLoader.load(Rehearsal.class.getName() + kind);
    var in = new ByteArrayInputStream(event.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    handler.handleRequest(in, new ByteArrayOutputStream(), context);
  }
}

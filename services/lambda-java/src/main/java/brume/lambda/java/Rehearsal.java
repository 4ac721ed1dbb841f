package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function that uses what functions of every kind use of this program, so that an AOT cache
/// recorded while it runs serves them all.
public final class Rehearsal implements RequestHandler<Map<String, Object>, Object> {
  private static final List<String> KINDS = List.of("::streams", "::text", "::object", "::nothing");

  /// A bean with the usual members.
  public static final class Sample {
    private @Nullable String name;
    private double number;
    private List<String> tags = List.of();
    private Map<String, Sample> parts = Map.of();

    public @Nullable String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public double getNumber() {
      return number;
    }

    public void setNumber(double number) {
      this.number = number;
    }

    public List<String> getTags() {
      return tags;
    }

    public void setTags(List<String> tags) {
      this.tags = tags;
    }

    public Map<String, Sample> getParts() {
      return parts;
    }

    public void setParts(Map<String, Sample> parts) {
      this.parts = parts;
    }
  }

  public static void streams(InputStream in, OutputStream out, Context context)
      throws java.io.IOException {
    in.transferTo(out);
  }

  public static String text(String event) {
    return event;
  }

  public static Sample object(Sample event, Context context) {
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

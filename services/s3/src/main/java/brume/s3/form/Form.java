package brume.s3.form;

import static brume.model.s3.S3Error.MALFORMED_POST_REQUEST;
import static brume.model.s3.S3Error.MAX_POST_PRE_DATA_LENGTH_EXCEEDED_ERROR;

import brume.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a form says before its file, and the file, which is read where it stands.
///
/// @param fields by name, without regard to case
/// @param fileName as the browser knows it; empty when it names none
/// @param fileType the content type of the file's part; null when it names none
/// @param file its bytes, to be read once
record Form(
    Map<String, String> fields, String fileName, @Nullable String fileType, InputStream file) {
  /// Of all that stands before the file, in bytes. Source: API reference, "POST object".
  static final int MAX_FIELD_BYTES = 20 * 1024;

  private static final String FILE = "file";
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]+)\"|([^;\\s]+)).*");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");
  private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"?([^\"]*)\"?");

  /// Whether it is for [#read].
  static boolean isIn(Request request) {
    var type = request.headers().first("content-type");
    return type != null && BOUNDARY.matcher(type).matches();
  }

  static Form read(Request request) throws IOException {
    var type = BOUNDARY.matcher(String.valueOf(request.headers().first("content-type")));
    if (!type.matches()) {
      throw malformed();
    }
    var delimiter = ("\r\n--" + either(type)).getBytes(StandardCharsets.UTF_8);
    // the first delimiter may stand without a line before it
    var lead = new java.io.ByteArrayInputStream("\r\n".getBytes(StandardCharsets.US_ASCII));
    var stream = new FormStream(new SequenceInputStream(lead, request.body().open()), delimiter);
    try {
      return read(stream);
    } catch (MalformedFormException _) {
      throw malformed();
    }
  }

  private static Form read(FormStream stream) throws IOException {
    var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    int left = MAX_FIELD_BYTES;
    while (stream.next()) {
      var head = head(stream);
      var disposition = head.getOrDefault("content-disposition", "");
      var name = NAME.matcher(disposition);
      if (!name.find()) {
        throw malformed();
      }
      if (either(name).equalsIgnoreCase(FILE)) {
        var fileName = FILE_NAME.matcher(disposition);
        return new Form(
            fields, fileName.find() ? fileName.group(1) : "", head.get("content-type"), stream);
      }
      var value = stream.readNBytes(left + 1);
      left -= value.length;
      if (left < 0) {
        throw MAX_POST_PRE_DATA_LENGTH_EXCEEDED_ERROR.because(
            "Your POST request fields preceding the upload file were too large.");
      }
      fields.put(either(name), new String(value, StandardCharsets.UTF_8));
    }
    throw brume.model.s3.S3Error.INVALID_ARGUMENT.because(
        "POST requires exactly one file upload per request.");
  }

  private static Map<String, String> head(FormStream stream) throws IOException {
    var head = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var line = stream.line(MAX_FIELD_BYTES);
        !line.isEmpty();
        line = stream.line(MAX_FIELD_BYTES)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return head;
  }

  private static String either(Matcher found) {
    var quoted = found.group(1);
    return quoted == null ? found.group(2) : quoted;
  }

  private static RuntimeException malformed() {
    return MALFORMED_POST_REQUEST.because(
        "The body of your POST request is not well-formed multipart/form-data.");
  }

  /// Empty for none.
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  @Nullable String given(String name) {
    return fields.get(name);
  }
}

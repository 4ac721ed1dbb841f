package brume.lambda.resource;

import brume.base.Bytes;
import brume.json.Json;
import brume.model.lambda.FunctionCode;
import brume.service.CommonError;
import brume.service.resource.TemplateProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// `Code` of a template: an object in Amazon S3, or a source text, which becomes the file `index`
/// of its language. The module `cfn-response` that AWS adds for custom resources is not there.
final class TemplateCode {
  /// So that equal sources make equal archives.
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private TemplateCode() {}

  static FunctionCode read(Json.Obj properties) {
    if (!(properties.get("Code") instanceof Json.Obj code)) {
      throw CommonError.VALIDATION.because("Missing property: Code");
    }
    var source = Property.text(code, "ZipFile");
    var rest = TemplateProperties.read(code.without("ZipFile"), FunctionCode.SHAPE);
    return source == null
        ? rest
        : rest.toBuilder().zipFile(zip(fileName(properties), source)).build();
  }

  private static String fileName(Json.Obj properties) {
    var runtime = Property.required(properties, "Runtime");
    if (runtime.startsWith("python")) {
      return "index.py";
    }
    if (runtime.startsWith("nodejs")) {
      return "index.js";
    }
    throw CommonError.VALIDATION.because(
        "ZipFile can only be used when Runtime is set to either of nodejs or python, not "
            + runtime);
  }

  private static Bytes zip(String name, String source) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry(name);
      entry.setTimeLocal(EPOCH);
      zip.putNextEntry(entry);
      zip.write(source.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(bytes.toByteArray());
  }
}

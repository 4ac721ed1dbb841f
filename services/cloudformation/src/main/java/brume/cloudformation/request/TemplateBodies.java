package brume.cloudformation.request;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.base.Body;
import brume.cloudformation.template.TemplateText;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.shape.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where the texts of templates come from: requests, and objects of S3, read as the caller.
public final class TemplateBodies {
  /// In bytes. Source: CloudFormation quotas, "Template body size in a request".
  private static final int MAX_IN_REQUEST = 51_200;

  private TemplateBodies() {}

  /// Null when the request gives no template.
  public static @Nullable String find(Call call, @Nullable String body, @Nullable String url) {
    if (body != null && url != null) {
      throw VALIDATION_ERROR.because("Specify only one of TemplateBody or TemplateURL.");
    }
    if (url != null) {
      return read(call, TemplateUrl.parse(url));
    }
    if (body != null && body.getBytes(StandardCharsets.UTF_8).length > MAX_IN_REQUEST) {
      throw VALIDATION_ERROR.because(
          "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to "
              + MAX_IN_REQUEST);
    }
    return body;
  }

  /// The text that `AWS::Include` includes.
  ///
  /// @param location such as `s3://bucket/key`
  static String included(Call call, String location) {
    return read(call, TemplateUrl.parseS3(location));
  }

  private static String read(Call call, TemplateUrl url) {
    Body body;
    try {
      body =
          call.invoke(
                  S3Model.GET_OBJECT,
                  GetObjectRequest.builder()
                      .bucket(url.bucket())
                      .key(url.key())
                      .versionId(url.version())
                      .build())
              .body();
    } catch (ServiceException e) {
      throw VALIDATION_ERROR.because("S3 error: " + e.message());
    }
    if (body == null) {
      return "";
    }
    try (var in = body.open()) {
      var bytes = in.readNBytes(TemplateText.MAX_BYTES + 1);
      if (bytes.length > TemplateText.MAX_BYTES) {
        throw VALIDATION_ERROR.because(
            "Template may not exceed " + TemplateText.MAX_BYTES + " bytes in size.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package brume.lambda.code;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.lambda.LambdaError.REQUEST_ENTITY_TOO_LARGE_EXCEPTION;

import brume.base.Bytes;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.shape.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Takes in the packages that requests bring or point to.
public final class Uploads {
  private final Archives archives;

  public Uploads(Archives archives) {
    this.archives = archives;
  }

  /// Where a package is: in the request, or an object that its caller can read.
  public record Source(
      @Nullable Bytes zip,
      @Nullable String bucket,
      @Nullable String key,
      @Nullable String objectVersion) {}

  /// Returns when the package is on disk. Throws an invalid parameter value for what is none.
  public Archive take(Call call, Source source) {
    try {
      if (source.zip != null) {
        return inline(source.zip);
      }
      if (source.bucket != null && source.key != null) {
        return fromS3(call, source.bucket, source.key, source.objectVersion);
      }
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Please provide a source for function code.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Archive inline(Bytes zip) throws IOException {
    if (zip.length() > CodeLimits.INLINE_ARCHIVE_BYTES) {
      throw REQUEST_ENTITY_TOO_LARGE_EXCEPTION.because(
          "An archive within a request has at most "
              + CodeLimits.INLINE_ARCHIVE_BYTES
              + " bytes: upload it to Amazon S3");
    }
    return archives.keep(new ByteArrayInputStream(zip.shared()));
  }

  private Archive fromS3(Call call, String bucket, String key, @Nullable String version)
      throws IOException {
    var request = GetObjectRequest.builder().bucket(bucket).key(key).versionId(version).build();
    try {
      var body = call.invoke(S3Model.GET_OBJECT, request).body();
      if (body == null) {
        throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Uploaded file must be a non-empty zip");
      }
      try (var in = body.open()) {
        return archives.keep(in);
      }
    } catch (ServiceException e) {
      if (e.error().equals(INVALID_PARAMETER_VALUE_EXCEPTION)) {
        throw e;
      }
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "Error occurred while GetObject. S3 Error Code: %s. S3 Error Message: %s"
              .formatted(e.error().code(), e.message()));
    }
  }
}

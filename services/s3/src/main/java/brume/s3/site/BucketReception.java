package brume.s3.site;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.base.PercentCode;
import brume.http.Request;
import brume.http.Response;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.form.FormUpload;
import brume.service.Call;
import brume.service.Reception;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Takes uploads by forms, and requests by the host of transfer acceleration for buckets that
/// turned it on.
///
/// Source: Amazon S3 User Guide, "Configuring fast, secure file transfers using Amazon S3 Transfer
/// Acceleration".
public final class BucketReception implements Reception {
  private static final String ACCELERATED = ".s3-accelerate.";

  private final Buckets buckets;
  private final Configurations configurations;

  public BucketReception(Buckets buckets, Configurations configurations) {
    this.buckets = buckets;
    this.configurations = configurations;
  }

  @Override
  public void admit(String host, Request request) {
    if (!host.contains(ACCELERATED)) {
      return;
    }
    var name = PercentCode.decode(request.path()).substring(1).split("/", 2)[0];
    var bucket = buckets.get(name);
    var acceleration = configurations.get(bucket, Setting.ACCELERATION);
    if (acceleration == null || !"Enabled".equals(acceleration.status())) {
      throw INVALID_REQUEST.because(
          acceleration == null
              ? "S3 Transfer Acceleration is not configured on this bucket"
              : "S3 Transfer Acceleration is disabled on this bucket");
    }
  }

  @Override
  public @Nullable Response serve(Call call, Request request) throws IOException {
    return FormUpload.isIn(request) ? FormUpload.put(call, request) : null;
  }
}

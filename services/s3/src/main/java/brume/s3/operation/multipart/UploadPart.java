package brume.s3.operation.multipart;

import brume.model.s3.UploadPartOutput;
import brume.model.s3.UploadPartRequest;
import brume.s3.checksum.Checksum;
import brume.s3.data.Buckets;
import brume.s3.data.Contents;
import brume.s3.data.Uploads;
import brume.s3.encryption.CustomerKey;
import brume.s3.request.BucketAccess;
import brume.s3.request.PartTarget;
import brume.s3.request.Payload;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a part of an object, in place of one with its number.
public final class UploadPart implements Operation<UploadPartRequest, UploadPartOutput> {
  private final Buckets buckets;
  private final Uploads uploads;
  private final Contents contents;
  private final BucketAccess access;

  public UploadPart(Buckets buckets, Uploads uploads, Contents contents, BucketAccess access) {
    this.buckets = buckets;
    this.uploads = uploads;
    this.contents = contents;
    this.access = access;
  }

  @Override
  public Access access(Call call, UploadPartRequest input) {
    return access.toObject(call, "PutObject", input.bucket(), input.key());
  }

  @Override
  public UploadPartOutput run(Call call, UploadPartRequest input) {
    PartTarget.checkNumber(input.partNumber());
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var upload = uploads.get(bucket, input.key(), input.uploadId());
    var payload = Payload.of(input, input.body(), input.contentMd5(), PartTarget.usual(upload));
    PartTarget.checkAlgorithm(upload, payload.algorithm());
    var received = payload.receive(contents, call.ids(), CustomerKey.of(input, upload));
    var part = received.part(input.partNumber(), call.now());
    uploads.put(bucket, input.key(), upload.id(), part);
    var output = UploadPartOutput.builder().eTag(received.etag()).build();
    var md5 = upload.request().sseCustomerKeyMd5();
    return CustomerKey.describe(md5, Checksum.put(received.checksum(), output));
  }
}
